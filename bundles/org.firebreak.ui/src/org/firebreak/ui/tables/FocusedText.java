package org.firebreak.ui.tables;

import java.util.Optional;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;

/**
 * The text field in which a person types at the moment: the workbench takes the keys of cut, copy,
 * paste, delete and select all away from it, so that they have to be handed on.
 */
final class FocusedText {
  private final Text text;

  private FocusedText(Text text) {
    this.text = text;
  }

  /** The field with the focus, if it is inside a control. */
  static Optional<FocusedText> in(Control owner) {
    Control focus = Display.getCurrent().getFocusControl();
    for (Control at = focus; at != null; at = at.getParent()) {
      if (at == owner && focus instanceof Text text) {
        return Optional.of(new FocusedText(text));
      }
    }
    return Optional.empty();
  }

  /** Does in the field what a command of the workbench means there. */
  void execute(String commandId) {
    switch (commandId) {
      case IWorkbenchCommandConstants.EDIT_CUT -> text.cut();
      case IWorkbenchCommandConstants.EDIT_COPY -> text.copy();
      case IWorkbenchCommandConstants.EDIT_PASTE -> text.paste();
      case IWorkbenchCommandConstants.EDIT_SELECT_ALL -> text.selectAll();
      case IWorkbenchCommandConstants.EDIT_DELETE -> delete();
      default -> {
        // The field knows no other.
      }
    }
  }

  private void delete() {
    Point selected = text.getSelection();
    if (selected.x == selected.y && selected.x < text.getCharCount()) {
      text.setSelection(selected.x, selected.x + 1);
    }
    text.insert("");
  }
}
