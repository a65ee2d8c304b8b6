package org.firebreak.ui.recovery;

import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.ui.theme.Style;

/** Reload, keep, or compare first: a file says something else than the open design. */
final class ChangedFileDialog extends MessageDialog {
  static final String TITLE = "File Changed";
  static final int RELOAD = 0;
  static final int KEEP = 1;
  private static final int COMPARE = 2;

  private final DesignDifference difference;
  private Composite area;

  /**
   * @param difference from the open design to the file
   */
  ChangedFileDialog(Shell shell, Path file, boolean dirty, DesignDifference difference) {
    super(
        shell,
        TITLE,
        null,
        file
            + " was changed by another program.\n\n"
            + (dirty
                ? "Reload replaces your unsaved changes with what the file says; Undo brings them"
                    + " back. Keep Mine leaves the file alone until you save."
                : "You have no unsaved changes. Reload shows what the file says; Undo brings the"
                    + " present state back."),
        QUESTION,
        RELOAD,
        "Reload",
        "Keep Mine",
        "Compare");
    this.difference = difference;
    setShellStyle(getShellStyle() | SWT.RESIZE | SWT.SHEET);
  }

  @Override
  protected Control createCustomArea(Composite parent) {
    area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(area);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    Label summary = Style.MUTED.on(new Label(area, SWT.NONE));
    summary.setText("In the file: " + difference.summary() + ".");
    return area;
  }

  @Override
  protected void buttonPressed(int button) {
    if (button == COMPARE) {
      compare();
    } else {
      super.buttonPressed(button);
    }
  }

  /** Shows the differences below the question, which stays. */
  private void compare() {
    DifferenceTree tree = new DifferenceTree(area);
    tree.show(difference, "the file");
    GridDataFactory.fillDefaults().grab(true, true).hint(520, 220).applyTo(tree.control());
    getButton(COMPARE).setEnabled(false);
    tree.control().requestLayout();
    Point size = getShell().computeSize(SWT.DEFAULT, SWT.DEFAULT);
    Point now = getShell().getSize();
    getShell().setSize(Math.max(size.x, now.x), Math.max(size.y, now.y + 230));
    tree.control().setFocus();
  }
}
