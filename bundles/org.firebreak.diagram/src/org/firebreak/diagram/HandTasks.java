package org.firebreak.diagram;

import static java.util.Map.entry;

import java.util.Map;
import org.firebreak.diagram.align.AlignTasks;
import org.firebreak.diagram.align.OrderTask;
import org.firebreak.diagram.align.Side;
import org.firebreak.diagram.commands.CollapseEdits;
import org.firebreak.diagram.commands.OrderEdits.Way;
import org.firebreak.diagram.folding.FoldTasks;
import org.firebreak.diagram.folding.OptionTask;
import org.firebreak.diagram.folding.PinTask;
import org.firebreak.diagram.folding.RoutingTask;
import org.firebreak.diagram.folding.UnfoldTask;
import org.firebreak.diagram.preferences.DiagramPreferences;
import org.firebreak.diagram.selecting.DuplicateTask;
import org.firebreak.diagram.selecting.FitSelectionTask;
import org.firebreak.diagram.selecting.SelectTask;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.model.Routing;

/** Tasks on what is selected, and on how the diagram is shown, by name. */
final class HandTasks {
  static final Map<String, DiagramTask> ALL =
      Map.ofEntries(
          entry("alignLeft", AlignTasks.align(Side.LEFT)),
          entry("alignCenter", AlignTasks.align(Side.CENTER)),
          entry("alignRight", AlignTasks.align(Side.RIGHT)),
          entry("alignTop", AlignTasks.align(Side.TOP)),
          entry("alignMiddle", AlignTasks.align(Side.MIDDLE)),
          entry("alignBottom", AlignTasks.align(Side.BOTTOM)),
          entry("distributeHorizontally", AlignTasks.distributeHorizontally()),
          entry("distributeVertically", AlignTasks.distributeVertically()),
          entry("matchWidth", AlignTasks.matchWidth()),
          entry("matchHeight", AlignTasks.matchHeight()),
          entry("matchSize", AlignTasks.matchSize()),
          entry("bringToFront", OrderTask.to(Way.TO_FRONT)),
          entry("bringForward", OrderTask.to(Way.FORWARD)),
          entry("sendBackward", OrderTask.to(Way.BACKWARD)),
          entry("sendToBack", OrderTask.to(Way.TO_BACK)),
          entry("pin", new PinTask()),
          entry("duplicate", new DuplicateTask()),
          entry("selectSameKind", SelectTask.sameKind()),
          entry("selectSameGroup", SelectTask.sameGroup()),
          entry("selectConnected", SelectTask.connected()),
          entry("selectInverse", SelectTask.invert()),
          entry("selectNone", SelectTask.none()),
          entry("zoomToSelection", new FitSelectionTask()),
          entry("toggleCollapse", FoldTasks.toggle()),
          entry("collapseAll", FoldTasks.collapseAll()),
          entry("expandAll", FoldTasks.expandAll()),
          entry("expandToZones", FoldTasks.expandToLevel(CollapseEdits.ZONES)),
          entry("expandToGroups", FoldTasks.expandToLevel(CollapseEdits.GROUPS)),
          entry("expandToServers", FoldTasks.expandToLevel(CollapseEdits.SERVERS)),
          entry("unfoldFlows", new UnfoldTask()),
          entry("routeOrthogonal", new RoutingTask(Routing.ORTHOGONAL)),
          entry("routeStraight", new RoutingTask(Routing.STRAIGHT)),
          entry("routeManual", new RoutingTask(Routing.MANUAL)),
          entry("showGrid", new OptionTask(DiagramPreferences.GRID, DiagramPreferences::grid)),
          entry(
              "showRulers", new OptionTask(DiagramPreferences.RULERS, DiagramPreferences::rulers)),
          entry(
              "snapToGrid",
              new OptionTask(DiagramPreferences.SNAP_TO_GRID, DiagramPreferences::snapToGrid)),
          entry(
              "snapToGeometry",
              new OptionTask(
                  DiagramPreferences.SNAP_TO_GEOMETRY, DiagramPreferences::snapToGeometry)));

  private HandTasks() {}
}
