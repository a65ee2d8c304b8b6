package org.firebreak.diagram.quick;

import java.util.List;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.LineHost;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.model.Endpoint;

/** Adding, naming and connecting from the keyboard. */
public final class QuickTasks {

  private QuickTasks() {}

  /** Offers what can be drawn. */
  public static DiagramTask add() {
    return context -> CanvasInPlace.of(context).offerAtSelection();
  }

  /** Edits the name of a box, the text of a note, the services of a flow. */
  public static DiagramTask rename() {
    return new Rename();
  }

  /** Draws a flow out of the selected box, or between the two that are selected. */
  public static DiagramTask connect() {
    return new Connect();
  }

  private static final class Rename implements DiagramTask {
    @Override
    public boolean isEnabled(DiagramContext context) {
      return switch (only(context)) {
        case BoxHost box -> box.box() != null;
        case LineHost line -> context.canvas().live().flows(line.flowLine()).size() == 1;
        case null, default -> false;
      };
    }

    @Override
    public void run(DiagramContext context) {
      switch (only(context)) {
        case BoxHost box -> CanvasInPlace.of(context).rename(box);
        case LineHost line -> CanvasInPlace.of(context).editServices(line.flowLine());
        case null, default -> {
          // Only what is enabled is run.
        }
      }
    }

    private static Object only(DiagramContext context) {
      List<?> selected = context.canvas().viewer().getSelectedEditParts();
      return selected.size() == 1 ? selected.get(0) : null;
    }
  }

  private static final class Connect implements DiagramTask {
    @Override
    public boolean isEnabled(DiagramContext context) {
      int ends = ends(context).size();
      return ends == 1 || ends == 2;
    }

    @Override
    public void run(DiagramContext context) {
      List<Endpoint> ends = ends(context);
      if (ends.size() == 1) {
        CanvasInPlace.of(context).connectFrom(ends.get(0));
      } else {
        CanvasInPlace.of(context).connect(ends.get(0), ends.get(1));
      }
    }

    private static List<Endpoint> ends(DiagramContext context) {
      List<?> selected = context.canvas().viewer().getSelectedEditParts();
      return selected.stream().map(CanvasInPlace::endpoint).filter(end -> end != null).toList();
    }
  }
}
