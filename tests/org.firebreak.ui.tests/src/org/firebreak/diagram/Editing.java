package org.firebreak.diagram;

import static org.firebreak.diagram.UiCondition.settle;
import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Design;
import org.firebreak.model.NamedElement;

/** A design that is open in an editor of the workbench. */
final class Editing implements AutoCloseable {
  private final IEditorPart editor;

  private Editing(IEditorPart editor) {
    this.editor = editor;
  }

  /** Copies a sample of the project into a folder. */
  static Path sample(String name, Path folder) throws IOException {
    Path file = folder.resolve(name + ".firebreak");
    Files.copy(Path.of(System.getProperty("firebreak.root"), "samples", name + ".firebreak"), file);
    return file;
  }

  /** Opens a file and waits until its diagram is shown. */
  static Editing open(Path file) {
    Editing editing = openAnyhow(file);
    until("a diagram is shown", () -> editing.canvas() != null);
    settle();
    return editing;
  }

  /** Opens a file, whatever the editor makes of it. */
  static Editing openAnyhow(Path file) {
    IEditorPart editor =
        ui(
            () -> {
              PlatformUI.getWorkbench()
                  .getIntroManager()
                  .closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro());
              return page().openEditor(new DesignEditorInput(file), DesignEditorInput.EDITOR_ID);
            });
    return new Editing(editor);
  }

  IEditorPart editor() {
    return editor;
  }

  DiagramCanvas canvas() {
    return editor.getAdapter(DiagramCanvas.class);
  }

  DesignDocument document() {
    return editor.getAdapter(DesignDocument.class);
  }

  DiagramContext context() {
    return editor.getAdapter(DiagramContext.class);
  }

  /** Does a task of the shown diagram by its name; to be called on the UI thread. */
  void task(String name) {
    DiagramTasks.named(name).run(context());
  }

  ModelEdit edit() {
    return document().edit();
  }

  Design design() {
    return document().design();
  }

  /** The first element of a kind with that name. */
  <T extends NamedElement> T find(Class<T> kind, String name) {
    for (TreeIterator<EObject> all = design().eAllContents(); all.hasNext(); ) {
      EObject object = all.next();
      if (kind.isInstance(object) && name.equals(((NamedElement) object).getName())) {
        return kind.cast(object);
      }
    }
    throw new AssertionError("no " + kind.getSimpleName() + " " + name);
  }

  /** Saves as the workbench does and waits until the editor is clean. */
  void save() {
    ui(() -> page().saveEditor(editor, false));
    until("the editor is clean", () -> !editor.isDirty());
  }

  /** Closes without saving. */
  @Override
  public void close() {
    ui(() -> page().closeEditor(editor, false));
    settle();
  }

  static IWorkbenchPage page() {
    return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
  }
}
