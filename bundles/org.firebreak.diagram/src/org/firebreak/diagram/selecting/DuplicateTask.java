package org.firebreak.diagram.selecting;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.gef.tools.ToolUtilities;
import org.firebreak.diagram.commands.DuplicateEdits;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.model.Element;
import org.firebreak.scene.Box;

/** Duplicates selected boxes a little to the right and below, and selects the copies. */
public final class DuplicateTask implements DiagramTask {
  private static final int DISTANCE = 20;

  @Override
  public boolean isEnabled(DiagramContext context) {
    return !boxes(context).isEmpty();
  }

  @Override
  public void run(DiagramContext context) {
    List<Element> made = new ArrayList<>();
    context.execute(
        new DuplicateEdits(context.canvas().live())
            .beside(boxes(context), DISTANCE, DISTANCE, made::addAll));
    context.canvas().select(made);
  }

  private static List<Box> boxes(DiagramContext context) {
    List<Box> boxes = new ArrayList<>();
    for (Object part : ToolUtilities.getSelectionWithoutDependants(context.canvas().viewer())) {
      if (part instanceof BoxHost host && host.box() != null) {
        boxes.add(host.box());
      }
    }
    return boxes;
  }
}
