package org.firebreak.diagram.deleting;

import org.eclipse.gef.commands.Command;
import org.firebreak.diagram.commands.DeleteEdits;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/** Takes what is selected off the diagram; the design keeps it. */
public final class RemoveTask implements DiagramTask {
  @Override
  public boolean isEnabled(DiagramContext context) {
    return command(context) != null;
  }

  @Override
  public void run(DiagramContext context) {
    context.execute(command(context));
  }

  private static Command command(DiagramContext context) {
    return new DeleteEdits(context.canvas().live())
        .removeFromDiagram(context.selectedNodes(), context.selectedElements());
  }
}
