package org.firebreak.ui.exporting;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/**
 * The dialog of the wizard, with a button that goes to the preview. It is not modal, so that the
 * diagram behind it can be used while lines of the preview lead there.
 */
final class ExportDialog extends WizardDialog {
  private static final int PREVIEW = IDialogConstants.CLIENT_ID + 1;

  private final ExportWizard wizard;

  ExportDialog(Shell shell, ExportWizard wizard) {
    super(shell, wizard);
    this.wizard = wizard;
    setShellStyle(SWT.CLOSE | SWT.MAX | SWT.TITLE | SWT.BORDER | SWT.MODELESS | SWT.RESIZE);
    setBlockOnOpen(false);
    addPageChangingListener(
        event -> {
          if (event.getTargetPage() instanceof PreviewPage
              && event.getCurrentPage() != event.getTargetPage()) {
            event.doit = wizard.preparePreview();
          }
        });
  }

  /** The files want to be read: as large as the window allows. */
  @Override
  protected Point getInitialSize() {
    Point least = super.getInitialSize();
    Point window = getParentShell().getSize();
    return new Point(Math.max(least.x, window.x * 3 / 4), Math.max(least.y, window.y * 22 / 25));
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, PREVIEW, "Preview", false);
    super.createButtonsForButtonBar(parent);
  }

  @Override
  protected void buttonPressed(int button) {
    if (button == PREVIEW) {
      if (wizard.preparePreview()) {
        showPage(wizard.preview());
      }
    } else {
      super.buttonPressed(button);
    }
  }

  @Override
  public void updateButtons() {
    super.updateButtons();
    Button preview = getButton(PREVIEW);
    if (preview != null) {
      preview.setEnabled(wizard.canPreview() && getCurrentPage() != wizard.preview());
    }
  }
}
