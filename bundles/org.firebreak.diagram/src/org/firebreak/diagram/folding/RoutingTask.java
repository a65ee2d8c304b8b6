package org.firebreak.diagram.folding;

import java.util.Locale;
import org.firebreak.diagram.commands.EditCommand;
import org.firebreak.diagram.task.CheckedTask;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Routing;

/**
 * Chooses how lines of the diagram run.
 *
 * @param routing what is chosen
 */
public record RoutingTask(Routing routing) implements CheckedTask {
  @Override
  public boolean isChecked(DiagramContext context) {
    return context.diagram().getRouting() == routing;
  }

  @Override
  public boolean isChoice() {
    return true;
  }

  @Override
  public void run(DiagramContext context) {
    if (!isChecked(context)) {
      String label = "Route lines " + routing.getName().toLowerCase(Locale.ROOT);
      context.execute(
          new EditCommand(context.edit(), label, () -> context.diagram().setRouting(routing)));
    }
  }
}
