package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Pushes neighbours of boxes that have grown, for instance because they were opened, to the right
 * or downwards, and those around them in turn. What was below stays below, what was beside stays
 * beside. Boxes that overlapped before are left alone, and so is everything that is not in the way.
 */
public final class RoomMaker {
  private static final int GAP = 20;

  private final Scene before;
  private final Scene scene;
  private final Set<String> grown;
  private final Map<String, Rect> places = new HashMap<>();
  private final Set<String> moved = new HashSet<>();

  private RoomMaker(Scene before, Scene scene, Set<String> grown) {
    this.before = before;
    this.scene = scene;
    this.grown = grown;
    scene.boxes().forEach(box -> places.put(box.id(), box.bounds()));
  }

  /**
   * The moves that make room around one node.
   *
   * @param diagram read only, with the node as it is now
   * @param grown node that keeps its place; pinned nodes keep theirs too
   * @param options as for drawing
   * @return no moves if the node is not shown or nothing is in its way
   */
  public static NodeMoves around(Diagram diagram, DiagramNode grown, SceneOptions options) {
    Scene scene = SceneBuilder.sketch(diagram, options);
    return new RoomMaker(scene, scene, Set.of(grown.getId())).moves();
  }

  /**
   * The moves that make room for all that has grown or was not shown.
   *
   * @param before the scene until now
   * @param diagram read only, as it is now; pinned nodes keep their places
   * @param options as for drawing
   */
  public static NodeMoves since(Scene before, Diagram diagram, SceneOptions options) {
    return new RoomMaker(before, SceneBuilder.sketch(diagram, options), Set.of()).moves();
  }

  private NodeMoves moves() {
    makeRoomIn(null);
    Map<String, Point> result = new LinkedHashMap<>();
    for (Box box : scene.boxes()) {
      if (moved.contains(box.id())) {
        Rect at = places.get(box.id());
        Rect around = box.parentId() == null ? new Rect(0, 0, 0, 0) : places.get(box.parentId());
        result.put(box.nodeId(), new Point(at.x() - around.x(), at.y() - around.y()));
      }
    }
    return new NodeMoves(result);
  }

  private void makeRoomIn(String container) {
    List<Box> boxes =
        scene.children(container).stream().filter(box -> box.kind() != BoxKind.MEMBER).toList();
    for (Box box : boxes) {
      if (box.isContainer()) {
        makeRoomIn(box.id());
      }
    }
    if (boxes.stream().anyMatch(this::hasGrown)) {
      boxes.stream().filter(box -> isFirewall(box)).forEach(box -> follow(box, boxes));
      separate(boxes);
    }
    if (container != null) {
      wrap(container);
    }
  }

  private boolean hasGrown(Box box) {
    Rect old = old(box);
    return grown.contains(box.id())
        || old == null
        || !old.size().equals(places.get(box.id()).size());
  }

  /** One after the other is put where it overlaps none of those before. */
  private void separate(List<Box> boxes) {
    List<Box> standing = new ArrayList<>();
    for (Box box : inOrder(boxes)) {
      if (!box.look().pinned() && !(isFirewall(box) && old(box) == null)) {
        Box inTheWay = inTheWay(box, standing);
        while (inTheWay != null) {
          push(box, inTheWay);
          inTheWay = inTheWay(box, standing);
        }
      }
      standing.add(box);
    }
  }

  /** Who keeps its place first, then in reading order; firewalls go where there is room left. */
  private List<Box> inOrder(List<Box> boxes) {
    Comparator<Box> stability =
        Comparator.comparingInt(
            box -> box.look().pinned() ? 0 : isFirewall(box) ? 3 : hasGrown(box) ? 1 : 2);
    return boxes.stream()
        .sorted(
            stability
                .thenComparingInt(box -> places.get(box.id()).y())
                .thenComparingInt(box -> places.get(box.id()).x()))
        .toList();
  }

  private Box inTheWay(Box box, List<Box> standing) {
    Rect at = places.get(box.id());
    for (Box other : standing) {
      if (at.intersects(places.get(other.id())) && !overlapped(box, other)) {
        return other;
      }
    }
    return null;
  }

  private boolean overlapped(Box box, Box other) {
    if (before == scene) {
      return false;
    }
    Rect old = old(box);
    Rect oldOther = old(other);
    return old != null && oldOther != null && old.intersects(oldOther);
  }

  private void push(Box box, Box inTheWay) {
    Rect at = places.get(box.id());
    Rect wall = places.get(inTheWay.id());
    int right = wall.right() + GAP - at.x();
    int down = wall.bottom() + GAP - at.y();
    boolean sideways = right < down;
    Rect old = old(box);
    Rect oldWall = old(inTheWay);
    if (old != null && oldWall != null && before != scene) {
      boolean below = old.y() >= oldWall.bottom();
      boolean beside = old.x() >= oldWall.right();
      sideways = below == beside ? sideways : beside;
    }
    move(box, sideways ? right : 0, sideways ? 0 : down);
  }

  /** A firewall on the edge of a zone goes with that edge. */
  private void follow(Box firewall, List<Box> boxes) {
    Rect at = old(firewall);
    for (Box zone : boxes) {
      Rect old = old(zone);
      if (at == null || old == null || zone.kind() != BoxKind.ZONE || !at.intersects(old)) {
        continue;
      }
      Rect now = places.get(zone.id());
      boolean right = at.right() > old.right();
      boolean down = at.bottom() > old.bottom();
      int dx = right ? now.right() - old.right() : now.x() - old.x();
      int dy = down ? now.bottom() - old.bottom() : now.y() - old.y();
      if (!firewall.look().pinned() && (dx != 0 || dy != 0)) {
        move(firewall, dx, dy);
      }
      return;
    }
  }

  private void move(Box box, int dx, int dy) {
    shift(box.id(), dx, dy);
    moved.add(box.id());
  }

  private void shift(String id, int dx, int dy) {
    places.computeIfPresent(id, (key, place) -> place.moved(dx, dy));
    scene.children(id).forEach(child -> shift(child.id(), dx, dy));
  }

  /** Lets a zone grow with its content. */
  private void wrap(String zone) {
    Rect at = places.get(zone);
    int right = at.right();
    int bottom = at.bottom();
    for (Box child : scene.children(zone)) {
      right = Math.max(right, places.get(child.id()).right() + Measures.ZONE_PADDING);
      bottom = Math.max(bottom, places.get(child.id()).bottom() + Measures.ZONE_PADDING);
    }
    places.put(zone, Rect.ofEdges(at.x(), at.y(), right, bottom));
  }

  private Rect old(Box box) {
    return before.box(box.id()).map(Box::bounds).orElse(null);
  }

  private static boolean isFirewall(Box box) {
    return box.kind() == BoxKind.ENFORCEMENT_POINT;
  }
}
