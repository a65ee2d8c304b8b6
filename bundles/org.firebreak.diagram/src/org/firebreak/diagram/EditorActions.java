package org.firebreak.diagram;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;

/** The commands of the workbench that an editor of diagrams answers. */
final class EditorActions {
  private final DiagramEditor editor;

  EditorActions(DiagramEditor editor) {
    this.editor = editor;
  }

  void install() {
    IActionBars bars = editor.getEditorSite().getActionBars();
    bars.setGlobalActionHandler(
        ActionFactory.DELETE.getId(), action("Delete", DiagramActions::delete));
    bars.setGlobalActionHandler(
        ActionFactory.SELECT_ALL.getId(), action("Select All", DiagramActions::selectAll));
    bars.updateActionBars();
  }

  private Action action(String text, Consumer<DiagramActions> what) {
    return new Action(text) {
      @Override
      public void run() {
        DiagramActions diagram = editor.getAdapter(DiagramActions.class);
        if (diagram != null) {
          what.accept(diagram);
        }
      }
    };
  }
}
