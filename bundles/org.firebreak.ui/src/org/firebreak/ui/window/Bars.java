package org.firebreak.ui.window;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** The places in menu and tool bar to which {@code plugin.xml} adds what there is. */
final class Bars extends ActionBarAdvisor {

  Bars(IActionBarConfigurer configurer) {
    super(configurer);
  }

  @Override
  protected void fillMenuBar(IMenuManager menuBar) {
    menuBar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
  }

  @Override
  protected void fillCoolBar(ICoolBarManager coolBar) {
    coolBar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
  }
}
