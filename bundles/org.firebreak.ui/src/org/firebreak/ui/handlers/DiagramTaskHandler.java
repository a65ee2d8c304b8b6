package org.firebreak.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.firebreak.diagram.DiagramTasks;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/** Does a {@linkplain DiagramTasks task} that the extension names: {@code …:arrange}. */
public final class DiagramTaskHandler extends AbstractHandler implements IExecutableExtension {
  private DiagramTask task;

  @Override
  public void setInitializationData(IConfigurationElement element, String attribute, Object name) {
    task = DiagramTasks.named((String) name);
  }

  @Override
  public boolean isEnabled() {
    DiagramContext context = context();
    return context != null && task.isEnabled(context);
  }

  @Override
  public Object execute(ExecutionEvent event) {
    DiagramContext context = context();
    if (context != null && task.isEnabled(context)) {
      task.run(context);
    }
    return null;
  }

  /** The diagram of the active editor; {@code null} if there is none. */
  static DiagramContext context() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    return window == null || window.getActivePage() == null
        ? null
        : Adapters.adapt(window.getActivePage().getActiveEditor(), DiagramContext.class);
  }
}
