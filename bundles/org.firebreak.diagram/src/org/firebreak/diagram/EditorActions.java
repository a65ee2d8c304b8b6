package org.firebreak.diagram;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;

/** The commands of the workbench that an editor of diagrams answers. */
final class EditorActions {
  private final DiagramEditor editor;

  EditorActions(DiagramEditor editor) {
    this.editor = editor;
  }

  void install() {
    answer(IWorkbenchCommandConstants.EDIT_DELETE, "Delete", DiagramActions::delete);
    answer(IWorkbenchCommandConstants.EDIT_SELECT_ALL, "Select All", DiagramActions::selectAll);
  }

  /** Answers a command while the editor is the active part. */
  private void answer(String command, String text, Consumer<DiagramActions> what) {
    Action action =
        new Action(text) {
          @Override
          public void run() {
            DiagramActions diagram = editor.getAdapter(DiagramActions.class);
            if (diagram != null) {
              what.accept(diagram);
            }
          }
        };
    action.setActionDefinitionId(command);
    editor
        .getSite()
        .getService(IHandlerService.class)
        .activateHandler(command, new ActionHandler(action));
  }
}
