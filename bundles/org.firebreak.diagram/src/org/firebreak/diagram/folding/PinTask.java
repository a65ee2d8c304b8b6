package org.firebreak.diagram.folding;

import java.util.List;
import org.firebreak.diagram.commands.EditCommand;
import org.firebreak.diagram.task.CheckedTask;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.DiagramNode;

/** Lets selected boxes stay where they are when the diagram is arranged, or lets them go. */
public final class PinTask implements CheckedTask {
  @Override
  public boolean isEnabled(DiagramContext context) {
    return !context.selectedNodes().isEmpty();
  }

  @Override
  public boolean isChecked(DiagramContext context) {
    return isEnabled(context) && context.selectedNodes().stream().allMatch(DiagramNode::isPinned);
  }

  @Override
  public void run(DiagramContext context) {
    boolean pin = !isChecked(context);
    List<DiagramNode> nodes = context.selectedNodes();
    context.execute(
        new EditCommand(
            context.edit(),
            pin ? "Pin" : "Unpin",
            () -> nodes.forEach(node -> node.setPinned(pin))));
  }
}
