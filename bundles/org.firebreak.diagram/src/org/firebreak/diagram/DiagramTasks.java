package org.firebreak.diagram;

import static java.util.Map.entry;

import java.util.Map;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.firebreak.diagram.arrange.ArrangeTask;
import org.firebreak.diagram.clipboard.CopyTask;
import org.firebreak.diagram.clipboard.PasteTask;
import org.firebreak.diagram.deleting.DelKeyTask;
import org.firebreak.diagram.deleting.DeleteTask;
import org.firebreak.diagram.deleting.RemoveTask;
import org.firebreak.diagram.finding.FindingBars;
import org.firebreak.diagram.quick.QuickTasks;
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
          entry("arrange", ArrangeTask.whole()),
          entry("arrangeSelection", ArrangeTask.selection()),
          entry("fit", context -> context.canvas().zoom().fit()),
          entry("zoomIn", context -> context.canvas().zoom().in()),
          entry("zoomOut", context -> context.canvas().zoom().out()),
          entry("zoomActual", context -> context.canvas().zoom().actual()),
          entry("selectAll", DiagramTasks::selectAll),
          entry("routeAutomatically", new RouteAutomatically()),
          entry("quickAdd", QuickTasks.add()),
          entry("rename", QuickTasks.rename()),
          entry("connect", QuickTasks.connect()),
          entry("find", FindingBars.find()),
          entry("findNext", FindingBars.findAgain(1)),
          entry("findPrevious", FindingBars.findAgain(-1)),
          entry("filter", FindingBars.filter()),
          entry("focus", FindingBars.focus()),
          entry("focusLess", FindingBars.focusLess()),
          entry("cut", new CopyTask(true)),
          entry("copy", new CopyTask(false)),
          entry("paste", new PasteTask()),
          entry("delKey", new DelKeyTask()),
          entry("delete", new DeleteTask()),
          entry("removeFromDiagram", new RemoveTask()));

  private DiagramTasks() {}

  /**
   * The task of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DiagramTask named(String name) {
    DiagramTask task = TASKS.getOrDefault(name, HandTasks.ALL.get(name));
    if (task == null) {
      throw new IllegalArgumentException("no task on diagrams is called " + name);
    }
    return task;
  }

  private static void selectAll(DiagramContext context) {
    GraphicalViewer viewer = context.canvas().viewer();
    viewer.setSelection(new StructuredSelection(viewer.getContents().getChildren()));
  }
}
