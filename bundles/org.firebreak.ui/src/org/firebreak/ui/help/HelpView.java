package org.firebreak.ui.help;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.eclipse.ui.part.ViewPart;

/** The guide as a view. */
public final class HelpView extends ViewPart {
  public static final String ID = "org.firebreak.ui.help";

  private HelpPane pane;

  /** Shows a section of the guide, {@code page#anchor}; the empty address shows the contents. */
  public static void open(IWorkbenchWindow window, String address) {
    closeWelcome();
    try {
      HelpView view = (HelpView) window.getActivePage().showView(ID);
      view.pane.open(address);
    } catch (PartInitException e) {
      ILog.of(HelpView.class).error("Help cannot be shown", e);
    }
  }

  /** The welcome page covers all views. */
  static void closeWelcome() {
    IIntroManager welcome = PlatformUI.getWorkbench().getIntroManager();
    if (welcome.getIntro() != null) {
      welcome.closeIntro(welcome.getIntro());
    }
  }

  @Override
  public void createPartControl(Composite parent) {
    pane = new HelpPane(parent);
  }

  /** What is shown, {@code page#anchor}; empty for the contents. */
  public String address() {
    return pane.address();
  }

  @Override
  public void setFocus() {
    pane.setFocus();
  }
}
