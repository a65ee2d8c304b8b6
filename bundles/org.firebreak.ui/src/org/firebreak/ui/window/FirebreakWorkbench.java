package org.firebreak.ui.window;

import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Configures the workbench as a whole. */
public final class FirebreakWorkbench extends WorkbenchAdvisor {
  private final String[] arguments;

  /**
   * @param arguments of the application; the ones that are no options are designs to open
   */
  public FirebreakWorkbench(String[] arguments) {
    this.arguments = arguments.clone();
  }

  @Override
  public void initialize(IWorkbenchConfigurer configurer) {
    configurer.setSaveAndRestore(true);
  }

  @Override
  public String getInitialWindowPerspectiveId() {
    return DesignPerspective.ID;
  }

  @Override
  public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(
      IWorkbenchWindowConfigurer configurer) {
    return new FirebreakWindow(configurer, arguments);
  }
}
