package org.firebreak.diagram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/** A design to edit: a file, which a restored session finds again, or one never saved. */
public final class DesignEditorInput extends PlatformObject
    implements IEditorInput, IPersistableElement {
  /** Id of the editor for this input. */
  public static final String EDITOR_ID = "org.firebreak.diagram.editor";

  static final String FACTORY_ID = "org.firebreak.diagram.inputs";
  static final String PATH = "path";

  private final Path file;
  private final DesignDocument untitled;

  /** A file, which need not exist (then the editor says so). */
  public DesignEditorInput(Path file) {
    this.file = DesignDocuments.canonical(file);
    this.untitled = null;
  }

  /** An open document, saved before or not. */
  public DesignEditorInput(DesignDocument document) {
    this.file = document.file();
    this.untitled = file == null ? document : null;
  }

  /** The design's file; {@code null} if it was never saved. */
  public Path file() {
    return file;
  }

  /** The open document if it was never saved; else {@code null}. */
  public DesignDocument untitled() {
    return untitled;
  }

  @Override
  public boolean exists() {
    return file != null && Files.exists(file);
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return null;
  }

  @Override
  public String getName() {
    return file == null ? untitled.name() : file.getFileName().toString();
  }

  @Override
  public String getToolTipText() {
    return file == null ? untitled.name() + " (never saved)" : file.toString();
  }

  /** Only a file can be found again. */
  @Override
  public IPersistableElement getPersistable() {
    return file == null ? null : this;
  }

  @Override
  public String getFactoryId() {
    return FACTORY_ID;
  }

  @Override
  public void saveState(IMemento memento) {
    memento.putString(PATH, file.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DesignEditorInput input
        && Objects.equals(file, input.file)
        && untitled == input.untitled;
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, System.identityHashCode(untitled));
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    return type == IEditorInput.class ? type.cast(this) : super.getAdapter(type);
  }
}
