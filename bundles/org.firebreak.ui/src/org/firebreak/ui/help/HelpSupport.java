package org.firebreak.ui.help;

import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/** Answers the platform's own ways to help with our guide. */
public final class HelpSupport extends AbstractHelpUI {
  @Override
  public void displayHelp() {
    show(HelpPane.CONTENTS);
  }

  @Override
  public void displayContext(IContext context, int x, int y) {
    IHelpResource[] topics = context == null ? null : context.getRelatedTopics();
    show(topics == null || topics.length == 0 ? HelpPane.CONTENTS : topics[0].getHref());
  }

  @Override
  public void displayHelpResource(String href) {
    show(href);
  }

  @Override
  public boolean isContextHelpDisplayed() {
    return false;
  }

  private static void show(String address) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    if (window != null) {
      HelpView.open(window, address);
    }
  }
}
