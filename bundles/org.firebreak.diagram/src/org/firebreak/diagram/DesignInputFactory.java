package org.firebreak.diagram;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Restores the inputs of a saved session. */
public final class DesignInputFactory implements IElementFactory {

  /** The input, whether or not its file still exists; {@code null} if the memento is damaged. */
  @Override
  public IAdaptable createElement(IMemento memento) {
    String path = memento.getString(DesignEditorInput.PATH);
    try {
      return path == null ? null : new DesignEditorInput(Path.of(path));
    } catch (InvalidPathException e) {
      // Written on another operating system: there is no such file here.
      return null;
    }
  }
}
