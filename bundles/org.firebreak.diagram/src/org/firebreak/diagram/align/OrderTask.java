package org.firebreak.diagram.align;

import org.firebreak.diagram.commands.OrderEdits;
import org.firebreak.diagram.task.CommandTask;
import org.firebreak.diagram.task.DiagramTask;

/** Bringing selected boxes before others, or behind them. */
public final class OrderTask {
  private OrderTask() {}

  /** The task that takes the selected boxes there. */
  public static DiagramTask to(OrderEdits.Way way) {
    return new CommandTask(
        context ->
            new OrderEdits(context.canvas().live()).move(SelectedBoxes.of(context).boxes(), way));
  }
}
