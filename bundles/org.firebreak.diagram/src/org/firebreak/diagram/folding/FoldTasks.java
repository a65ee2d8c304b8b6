package org.firebreak.diagram.folding;

import java.util.function.Function;
import org.eclipse.gef.commands.Command;
import org.firebreak.diagram.commands.CollapseEdits;
import org.firebreak.diagram.task.CommandTask;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;

/** Collapsing and expanding boxes; each is one undoable step. */
public final class FoldTasks {
  private FoldTasks() {}

  /** Collapses the selected zones and groups, or opens them if all are collapsed. */
  public static DiagramTask toggle() {
    return fold(
        context -> new CollapseEdits(context.canvas().live()).toggle(context.selectedNodes()));
  }

  /** Collapses all zones and groups. */
  public static DiagramTask collapseAll() {
    return fold(context -> new CollapseEdits(context.canvas().live()).collapseAll());
  }

  /** Opens all zones and groups. */
  public static DiagramTask expandAll() {
    return fold(context -> new CollapseEdits(context.canvas().live()).expandAll());
  }

  /**
   * Opens all above a level, and collapses the rest.
   *
   * @param level 1 for zones, 2 for groups, 3 for servers
   */
  public static DiagramTask expandToLevel(int level) {
    return fold(context -> new CollapseEdits(context.canvas().live()).expandToLevel(level));
  }

  private static DiagramTask fold(Function<DiagramContext, Command> command) {
    return new CommandTask(command);
  }
}
