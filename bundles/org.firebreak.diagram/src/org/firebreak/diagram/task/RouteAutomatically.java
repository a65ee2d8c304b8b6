package org.firebreak.diagram.task;

import java.util.List;
import org.eclipse.gef.commands.CompoundCommand;
import org.firebreak.diagram.commands.FlowEdits;
import org.firebreak.diagram.live.FlowLine;

/** Lets the diagram route the selected lines again that a hand has bent. */
public final class RouteAutomatically implements DiagramTask {
  @Override
  public boolean isEnabled(DiagramContext context) {
    return !bent(context).isEmpty();
  }

  @Override
  public void run(DiagramContext context) {
    CompoundCommand route = new CompoundCommand();
    for (FlowLine line : bent(context)) {
      route.add(new FlowEdits(context.canvas().live()).lay(line, List.of()));
    }
    context.execute(route.unwrap());
  }

  private static List<FlowLine> bent(DiagramContext context) {
    return context.selectedLines().stream()
        .filter(line -> context.canvas().live().line(line).stored())
        .toList();
  }
}
