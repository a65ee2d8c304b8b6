package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Flow;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Arranges some boxes among themselves, container by container, where they were. Others stay where
 * they are unless a container that grew is in their way.
 */
public final class SelectionLayout {
  private static final int GAP = 24;

  private final Diagram diagram;
  private final SceneOptions options;
  private final Scene before;
  private final Map<String, Rect> places = new LinkedHashMap<>();

  private SelectionLayout(Diagram diagram, SceneOptions options) {
    this.diagram = diagram;
    this.options = options;
    this.before = SceneBuilder.sketch(diagram, options);
  }

  /**
   * A layout for some nodes and all that is in them.
   *
   * @param diagram a copy that nobody else uses: it is changed
   * @param options as for drawing
   * @param nodeIds ids of diagram nodes; pinned ones stay where they are
   */
  public static LayoutResult layout(Diagram diagram, SceneOptions options, Set<String> nodeIds) {
    return new SelectionLayout(diagram, options).run(nodeIds);
  }

  private LayoutResult run(Set<String> nodeIds) {
    Map<String, List<Box>> chosen = new LinkedHashMap<>();
    for (Box box : before.boxes()) {
      boolean free = SiblingFlows.isArranged(box) && !box.look().pinned();
      if (free && nodeIds.contains(box.id()) && !isInside(box, nodeIds)) {
        chosen.computeIfAbsent(box.parentId(), id -> new ArrayList<>()).add(box);
      }
    }
    chosen.forEach(this::arrange);
    Map<String, Rect> nodes = relative();
    new LayoutResult(nodes, Map.of(), false).applyTo(diagram);
    NodeMoves room = RoomMaker.since(before, diagram, options);
    room.applyTo(diagram);
    for (DiagramNode node : diagram.getNodes()) {
      if (room.places().containsKey(node.getId())) {
        nodes.put(
            node.getId(), new Rect(node.getX(), node.getY(), node.getWidth(), node.getHeight()));
      }
    }
    return new LayoutResult(nodes, loosened(nodes.keySet()), false);
  }

  private boolean isInside(Box box, Set<String> nodeIds) {
    for (String id = box.parentId(); id != null; id = before.box(id).orElseThrow().parentId()) {
      if (nodeIds.contains(id)) {
        return true;
      }
    }
    return false;
  }

  private void arrange(String container, List<Box> boxes) {
    if (boxes.size() == 1 && !boxes.get(0).isContainer()) {
      return;
    }
    Set<String> ids = new HashSet<>();
    boxes.forEach(box -> ids.add(box.id()));
    Scene part = before.lifted(ids).restricted(box -> !SiblingFlows.isExtra(box));
    Map<String, Rect> arranged = LayeredLayout.arranged(new SiblingFlows(part));
    new FixedBoxes(part, arranged).restoreInside();
    Rect old = around(boxes, null);
    Rect block = around(boxes, arranged);
    Rect free = free(block.moved(old.x() - block.x(), old.y() - block.y()), container, ids);
    arranged.forEach(
        (id, at) -> places.put(id, at.moved(free.x() - block.x(), free.y() - block.y())));
  }

  private static Rect around(List<Box> boxes, Map<String, Rect> where) {
    Rect around = null;
    for (Box box : boxes) {
      Rect at = where == null ? box.bounds() : where.get(box.id());
      around = around == null ? at : around.union(at);
    }
    return around;
  }

  /** Right of or below what is in the way, whichever is nearer. */
  private Rect free(Rect wanted, String container, Set<String> chosen) {
    Rect at = wanted;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Box other : before.children(container)) {
        boolean solid = SiblingFlows.isArranged(other) && !chosen.contains(other.id());
        if (solid && at.intersects(other.bounds())) {
          int right = other.bounds().right() + GAP - at.x();
          int down = other.bounds().bottom() + GAP - at.y();
          at = right < down ? at.moved(right, 0) : at.moved(0, down);
          moved = true;
        }
      }
    }
    return at;
  }

  /** As the model stores them; a collapsed box keeps the size to which it opens. */
  private Map<String, Rect> relative() {
    Map<String, DiagramNode> stored = new HashMap<>();
    diagram.getNodes().forEach(node -> stored.put(node.getId(), node));
    Map<String, Rect> nodes = new LinkedHashMap<>();
    places.forEach(
        (id, at) -> {
          Box box = before.box(id).orElseThrow();
          if (box.nodeId() != null) {
            Point origin = origin(box);
            DiagramNode node = stored.get(id);
            boolean closed = box.look().collapsed();
            nodes.put(
                id,
                new Rect(
                    at.x() - origin.x(),
                    at.y() - origin.y(),
                    closed ? node.getWidth() : at.width(),
                    closed ? node.getHeight() : at.height()));
          }
        });
    return nodes;
  }

  private Point origin(Box box) {
    if (box.parentId() == null) {
      return new Point(0, 0);
    }
    Rect parent = places.get(box.parentId());
    Rect now = parent == null ? before.box(box.parentId()).orElseThrow().bounds() : parent;
    return new Point(now.x(), now.y());
  }

  /** The flows of moved boxes lose their corners: they are routed anew. */
  private Map<Flow, List<Point>> loosened(Set<String> moved) {
    Set<String> ids = new HashSet<>();
    for (Line line : before.lines()) {
      if (isMoved(line.sourceId(), moved) || isMoved(line.destinationId(), moved)) {
        ids.addAll(line.flowIds());
      }
    }
    Map<Flow, List<Point>> routes = new LinkedHashMap<>();
    SceneBuilder.designOf(diagram)
        .ifPresent(
            design ->
                design.getFlows().stream()
                    .filter(flow -> ids.contains(flow.getId()))
                    .forEach(flow -> routes.put(flow, List.of())));
    return routes;
  }

  private boolean isMoved(String boxId, Set<String> moved) {
    for (String id = boxId; id != null; id = before.box(id).orElseThrow().parentId()) {
      if (moved.contains(id)) {
        return true;
      }
    }
    return false;
  }
}
