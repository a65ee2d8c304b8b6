package org.firebreak.diagram.deleting;

import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/**
 * What the Delete key does: it takes boxes off the diagram. What cannot be taken off it, as it is
 * shown with something else - lines of a diagram that shows all flows, servers in a group's card -
 * is deleted from the design.
 */
public final class DelKeyTask implements DiagramTask {
  private final DiagramTask remove = new RemoveTask();
  private final DiagramTask delete = new DeleteTask();

  @Override
  public boolean isEnabled(DiagramContext context) {
    return delete.isEnabled(context);
  }

  @Override
  public void run(DiagramContext context) {
    (remove.isEnabled(context) ? remove : delete).run(context);
  }
}
