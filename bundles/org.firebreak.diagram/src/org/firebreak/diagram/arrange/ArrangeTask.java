package org.firebreak.diagram.arrange;

import java.util.List;
import org.firebreak.diagram.parts.Glide;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.scene.layout.LayoutResult;

/**
 * Lays the diagram or what is selected out in a job; one undoable step when it is done, and boxes
 * glide to their new places.
 */
public final class ArrangeTask implements DiagramTask {
  private final boolean selectionOnly;

  /** Arranges all of the diagram. */
  public ArrangeTask() {
    this(false);
  }

  private ArrangeTask(boolean selectionOnly) {
    this.selectionOnly = selectionOnly;
  }

  /** Arranges all of the diagram. */
  public static DiagramTask whole() {
    return new ArrangeTask();
  }

  /** Arranges the selected boxes among themselves, and what is in selected zones. */
  public static DiagramTask selection() {
    return new ArrangeTask(true);
  }

  @Override
  public boolean isEnabled(DiagramContext context) {
    return !selectionOnly || !context.selectedNodes().isEmpty();
  }

  @Override
  public void run(DiagramContext context) {
    List<DiagramNode> nodes = selectionOnly ? context.selectedNodes() : List.of();
    Arrangement arrangement =
        Arrangement.of(
            context.design(), context.diagram(), context.canvas().live().options(), nodes);
    new LayoutJob<>(
            selectionOnly ? "Arranging the selection" : "Arranging the diagram",
            context.canvas().control().getDisplay(),
            arrangement::compute,
            result -> apply(result, context))
        .schedule();
  }

  private void apply(LayoutResult result, DiagramContext context) {
    Design design = context.design();
    Diagram diagram = context.diagram();
    if (diagram.eContainer() != design) {
      return;
    }
    String label = selectionOnly ? "Arrange selection" : "Arrange";
    Runnable edit =
        () -> context.edit().run(label, () -> Arrangement.apply(result, design, diagram));
    if (context.canvas().control().isDisposed()) {
      edit.run();
    } else if (selectionOnly) {
      Glide.during(context.canvas().viewer(), context.canvas().live(), edit);
    } else {
      Glide.during(
          context.canvas().viewer(),
          context.canvas().live(),
          () -> {
            edit.run();
            context.canvas().zoom().fit();
          });
    }
  }
}
