package org.firebreak.diagram;

import java.util.function.Supplier;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/** A task of a diagram as the workbench wants it. */
final class TaskHandler extends AbstractHandler {
  private final DiagramTask task;
  private final Supplier<DiagramContext> context;

  TaskHandler(DiagramTask task, Supplier<DiagramContext> context) {
    this.task = task;
    this.context = context;
  }

  @Override
  public boolean isEnabled() {
    DiagramContext now = context.get();
    return now != null && task.isEnabled(now);
  }

  @Override
  public Object execute(ExecutionEvent event) {
    if (isEnabled()) {
      task.run(context.get());
    }
    return null;
  }
}
