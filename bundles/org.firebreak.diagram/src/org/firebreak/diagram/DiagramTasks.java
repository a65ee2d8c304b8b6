package org.firebreak.diagram;

import static java.util.Map.entry;

import java.util.Map;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.firebreak.diagram.arrange.ArrangeTask;
import org.firebreak.diagram.commands.DeleteEdits;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.diagram.task.RouteAutomatically;

/**
 * All tasks of diagrams by name. The workbench's command {@code org.firebreak.ui.NAME} does the
 * task.
 */
public final class DiagramTasks {
  private static final Map<String, DiagramTask> TASKS =
      Map.ofEntries(
          entry("arrange", new ArrangeTask()),
          entry("fit", context -> context.canvas().zoom().fit()),
          entry("zoomIn", context -> context.canvas().zoom().in()),
          entry("zoomOut", context -> context.canvas().zoom().out()),
          entry("zoomActual", context -> context.canvas().zoom().actual()),
          entry("selectAll", DiagramTasks::selectAll),
          entry("routeAutomatically", new RouteAutomatically()),
          entry("delete", new Delete()),
          entry("removeFromDiagram", new Remove()));

  private DiagramTasks() {}

  /**
   * The task of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DiagramTask named(String name) {
    DiagramTask task = TASKS.get(name);
    if (task == null) {
      throw new IllegalArgumentException("no task on diagrams is called " + name);
    }
    return task;
  }

  private static void selectAll(DiagramContext context) {
    GraphicalViewer viewer = context.canvas().viewer();
    viewer.setSelection(new StructuredSelection(viewer.getContents().getChildren()));
  }

  private static final class Delete implements DiagramTask {
    @Override
    public boolean isEnabled(DiagramContext context) {
      return !context.selectedElements().isEmpty();
    }

    @Override
    public void run(DiagramContext context) {
      context.execute(new DeleteEdits(context.canvas().live()).delete(context.selectedElements()));
    }
  }

  private static final class Remove implements DiagramTask {
    @Override
    public boolean isEnabled(DiagramContext context) {
      return !context.selectedNodes().isEmpty();
    }

    @Override
    public void run(DiagramContext context) {
      context.execute(
          new DeleteEdits(context.canvas().live()).removeFromDiagram(context.selectedNodes()));
    }
  }
}
