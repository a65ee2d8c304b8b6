package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Flow;
import org.firebreak.model.Routing;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Arranges a diagram in columns along the direction of its flows.
 *
 * <p>Steps: the boxes of each container are put into layers by their flows, layers are folded into
 * columns until the picture has about the shape of a screen, ELK's layered algorithm finds the
 * order within columns that has few crossings, boxes are set in straight columns, lines are routed,
 * and columns move apart where lines and labels need room. Several foldings are tried and the best
 * picture is taken. A large diagram gets columns without these trials.
 *
 * <p>No two boxes of a container overlap, content lies inside its container, pinned boxes stay
 * where they are. The same diagram gets the same layout.
 */
public final class LayeredLayout {
  private static final int PLANS = 5;
  private static final int ROUNDS = 3;
  private static final int MARGIN = 24;

  /** Above this number of boxes or lines fewer foldings are tried. */
  private static final int MEDIUM = 60;

  /** Above this number of boxes or lines boxes are only packed into columns. */
  private static final int LARGE = 400;

  private LayeredLayout() {}

  /**
   * A layout for what a diagram shows at the moment.
   *
   * @param diagram read only
   * @param options as for drawing, so that texts get the room they need
   */
  public static LayoutResult layout(Diagram diagram, SceneOptions options) {
    Scene all = SceneBuilder.sketch(diagram, options);
    Scene before = all.restricted(box -> !SiblingFlows.isExtra(box));
    Map<String, Rect> places = new LinkedHashMap<>();
    SiblingFlows flows = new SiblingFlows(before);
    if (!flows.blocks(null).isEmpty()) {
      places.putAll(best(flows));
    }
    FixedBoxes pinned = new FixedBoxes(before, places);
    if (pinned.isNeeded()) {
      pinned.restore();
    }
    if (all.boxes().size() > before.boxes().size()) {
      places.putAll(new Extras(diagram, before.moved(places)).places(all.boxes()));
    }
    Scene after = all.moved(places);
    Rect bounds = after.bounds();
    boolean fixed = all.boxes().stream().anyMatch(box -> box.look().pinned());
    Point shift = fixed ? new Point(0, 0) : new Point(MARGIN - bounds.x(), MARGIN - bounds.y());
    return result(after, shift, diagram);
  }

  /** Places of all boxes but firewalls and notes, wherever they begin. */
  static Map<String, Rect> arranged(SiblingFlows flows) {
    return new LinkedHashMap<>(best(flows));
  }

  private static Map<String, Rect> best(SiblingFlows flows) {
    int size = Math.max(flows.arrangedBoxes(), flows.scene().lines().size());
    int plans = size > 2 * MEDIUM ? 1 : size > MEDIUM ? 2 : PLANS;
    Map<String, Rect> best = null;
    double least = Double.MAX_VALUE;
    for (ColumnPlan plan : new ColumnPlanner(flows).plans(plans)) {
      if (size > LARGE) {
        return Placement.place(flows, plan, new SpacingPlanner(flows, plan).guess());
      }
      ColumnPlan ordered = LayeredGraph.ordered(flows, plan);
      SpacingPlanner planner = new SpacingPlanner(flows, ordered);
      Spacing spacing = planner.guess();
      for (int round = 1; round <= ROUNDS; round++) {
        Map<String, Rect> places = Placement.place(flows, ordered, spacing);
        Scene arranged = flows.scene().moved(places);
        spacing = planner.measured(arranged);
        double cost = round == 1 ? Double.MAX_VALUE : LayoutCost.of(arranged, flows);
        if (best == null || cost < least) {
          least = cost;
          best = places;
        }
      }
    }
    return best;
  }

  /**
   * The layout as the model stores it.
   *
   * @param shift how far everything has to move, so that the picture begins at the margin
   */
  private static LayoutResult result(Scene after, Point shift, Diagram diagram) {
    Map<String, DiagramNode> stored = new HashMap<>();
    diagram.getNodes().forEach(node -> stored.put(node.getId(), node));
    Map<String, Rect> nodes = new LinkedHashMap<>();
    for (Box box : after.boxes()) {
      if (box.kind() != BoxKind.MEMBER) {
        nodes.put(box.nodeId(), relative(box, after, shift, stored.get(box.nodeId())));
      }
    }
    Map<String, Flow> flows = new HashMap<>();
    SceneBuilder.designOf(diagram)
        .ifPresent(design -> design.getFlows().forEach(flow -> flows.put(flow.getId(), flow)));
    Map<Flow, List<Point>> routes = new LinkedHashMap<>();
    // Straight lines need no corners, and those set by hand would be left behind.
    boolean kept = diagram.getRouting() == Routing.ORTHOGONAL;
    for (Line line : kept ? after.lines() : List.<Line>of()) {
      Flow flow = flows.get(line.flowIds().get(0));
      if (flow != null) {
        routes.put(flow, corners(line.route(), shift));
      }
    }
    return new LayoutResult(nodes, routes);
  }

  /** As the model stores it; a collapsed box keeps the size to which it opens. */
  private static Rect relative(Box box, Scene scene, Point shift, DiagramNode stored) {
    Rect at = box.bounds().moved(shift.x(), shift.y());
    if (box.parentId() != null) {
      Rect parent = scene.box(box.parentId()).orElseThrow().bounds();
      at = box.bounds().moved(-parent.x(), -parent.y());
    }
    return box.look().collapsed()
        ? new Rect(at.x(), at.y(), stored.getWidth(), stored.getHeight())
        : at;
  }

  /** The corners of a route; of a straight one its middle, which tells where it is attached. */
  private static List<Point> corners(List<Point> route, Point shift) {
    List<Point> moved = new ArrayList<>();
    route.forEach(point -> moved.add(point.plus(shift.x(), shift.y())));
    if (moved.size() > 2) {
      return List.copyOf(moved.subList(1, moved.size() - 1));
    }
    Point a = moved.get(0);
    Point b = moved.get(1);
    return List.of(new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2));
  }
}
