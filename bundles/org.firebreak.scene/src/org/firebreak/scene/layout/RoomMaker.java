package org.firebreak.scene.layout;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Pushes neighbours of a node that has grown, for instance because it was opened, to the right or
 * downwards, whichever is less, and those around it in turn. Nothing else moves.
 */
public final class RoomMaker {
  private static final int GAP = 20;

  private final Scene scene;
  private final Map<String, Rect> places = new HashMap<>();
  private final Map<String, Point> moved = new LinkedHashMap<>();

  private RoomMaker(Scene scene) {
    this.scene = scene;
    scene.boxes().forEach(box -> places.put(box.id(), box.bounds()));
  }

  /**
   * The moves that make room.
   *
   * @param diagram read only, with the node as it is now
   * @param grown node that keeps its place; pinned nodes keep theirs too
   * @param options as for drawing
   * @return no moves if the node is not shown or nothing is in its way
   */
  public static NodeMoves around(Diagram diagram, DiagramNode grown, SceneOptions options) {
    RoomMaker maker = new RoomMaker(SceneBuilder.sketch(diagram, options));
    maker.scene.box(grown.getId()).ifPresent(maker::push);
    return new NodeMoves(maker.moved);
  }

  private void push(Box grown) {
    List<Box> siblings = siblings(grown);
    Deque<Box> pushing = new ArrayDeque<>(List.of(grown));
    while (!pushing.isEmpty()) {
      Box box = pushing.poll();
      Rect at = places.get(box.id());
      for (Box sibling : siblings) {
        Rect other = places.get(sibling.id());
        if (sibling != box && at.intersects(other)) {
          int right = at.right() + GAP - other.x();
          int down = at.bottom() + GAP - other.y();
          move(sibling, right < down ? right : 0, right < down ? 0 : down);
          pushing.add(sibling);
        }
      }
    }
    if (grown.parentId() != null) {
      Box parent = scene.box(grown.parentId()).orElseThrow();
      wrap(parent);
      // It has grown with its content, and may stand in the way of its own neighbours.
      push(parent);
    }
  }

  /** Those that may have to give way, in reading order. */
  private List<Box> siblings(Box grown) {
    return scene.children(grown.parentId()).stream()
        .filter(box -> box != grown && box.kind() != BoxKind.MEMBER && !box.look().pinned())
        .sorted(
            Comparator.comparingInt((Box box) -> places.get(box.id()).y())
                .thenComparingInt(box -> places.get(box.id()).x()))
        .toList();
  }

  private void move(Box box, int dx, int dy) {
    shift(box.id(), dx, dy);
    Rect at = places.get(box.id());
    Rect around = box.parentId() == null ? new Rect(0, 0, 0, 0) : places.get(box.parentId());
    moved.put(box.nodeId(), new Point(at.x() - around.x(), at.y() - around.y()));
  }

  private void shift(String id, int dx, int dy) {
    places.computeIfPresent(id, (key, place) -> place.moved(dx, dy));
    scene.children(id).forEach(child -> shift(child.id(), dx, dy));
  }

  /** Lets a zone grow with its content. */
  private void wrap(Box zone) {
    Rect at = places.get(zone.id());
    int right = at.right();
    int bottom = at.bottom();
    for (Box child : scene.children(zone.id())) {
      right = Math.max(right, places.get(child.id()).right() + Measures.ZONE_PADDING);
      bottom = Math.max(bottom, places.get(child.id()).bottom() + Measures.ZONE_PADDING);
    }
    places.put(zone.id(), Rect.ofEdges(at.x(), at.y(), right, bottom));
  }
}
