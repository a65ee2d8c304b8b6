package org.firebreak.ui.help;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.preference.IPreferencePageContainer;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** F1: opens the guide where it tells of what has the focus, in a view or beside a dialog. */
public final class ContextHelpHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
    Shell shell = Display.getCurrent().getActiveShell();
    if (window == null || shell == null) {
      return null;
    }
    if (shell == window.getShell()) {
      HelpView.open(window, section(window));
    } else {
      HelpWindow.open(shell, HelpContexts.section(idsOf(shell)));
    }
    return null;
  }

  private static String section(IWorkbenchWindow window) {
    String own =
        window.getPartService().getActivePart() instanceof HelpSubject subject
            ? subject.helpAddress()
            : null;
    return own == null ? HelpContexts.section(idsOf(window)) : own;
  }

  /** The control that has the keyboard with what it is in, then the part. */
  private static List<String> idsOf(IWorkbenchWindow window) {
    List<String> ids = new ArrayList<>();
    Control control = window.getShell().getDisplay().getFocusControl();
    while (control != null) {
      if (control.getData(HelpSubject.ID) instanceof String id) {
        ids.add(id);
      }
      ids.add(control.getClass().getName());
      control = control.getParent();
    }
    IWorkbenchPart part = window.getPartService().getActivePart();
    if (part != null) {
      ids.add(part.getSite().getId());
    }
    return ids;
  }

  /** What a dialog shows, the innermost first. */
  private static List<String> idsOf(Shell shell) {
    Object dialog = shell.getData();
    List<String> ids = new ArrayList<>();
    if (dialog instanceof IWizardContainer wizard) {
      IWizardPage page = wizard.getCurrentPage();
      if (page != null) {
        ids.add(page.getClass().getName());
        ids.add(page.getWizard().getClass().getName());
      }
    } else if (dialog instanceof IPreferencePageContainer
        && dialog instanceof PreferenceDialog preferences
        && preferences.getSelectedPage() != null) {
      ids.add(preferences.getSelectedPage().getClass().getName());
    }
    if (dialog != null) {
      ids.add(dialog.getClass().getName());
    }
    return ids;
  }
}
