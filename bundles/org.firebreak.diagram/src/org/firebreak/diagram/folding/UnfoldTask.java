package org.firebreak.diagram.folding;

import java.util.List;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.diagram.task.CheckedTask;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.scene.Line;

/** Draws the flows of selected bundles apart, or together again. */
public final class UnfoldTask implements CheckedTask {
  @Override
  public boolean isEnabled(DiagramContext context) {
    return !bundles(context).isEmpty();
  }

  @Override
  public boolean isChecked(DiagramContext context) {
    List<Line> bundles = bundles(context);
    return !bundles.isEmpty() && bundles.stream().allMatch(Line::isUnfolded);
  }

  @Override
  public void run(DiagramContext context) {
    boolean apart = !isChecked(context);
    LiveScene live = context.canvas().live();
    bundles(context).forEach(line -> live.setUnfolded(line.id(), apart));
  }

  private static List<Line> bundles(DiagramContext context) {
    return context.selectedLines().stream()
        .map(context.canvas().live()::line)
        .filter(line -> line != null && (line.isUnfolded() || line.flowIds().size() > 1))
        .toList();
  }
}
