package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Places what has no flows and belongs to no column: firewalls by the boundary they guard, or at
 * the top, where neither boxes nor lines are; notes where they were or next to it.
 */
final class Extras {
  private static final int GAP = 16;
  private static final int CLOSE = 10;
  private static final int ABOVE = 24;

  private final Scene arranged;
  private final List<Rect> boxes = new ArrayList<>();
  private final List<Rect> taken = new ArrayList<>();

  private final Map<String, DiagramNode> nodes = new LinkedHashMap<>();

  /**
   * Looks at what stands already.
   *
   * @param arranged the routed scene without firewalls and notes
   */
  Extras(Diagram diagram, Scene arranged) {
    this.arranged = arranged;
    diagram.getNodes().forEach(node -> nodes.put(node.getId(), node));
    arranged.children(null).forEach(box -> boxes.add(box.bounds()));
    taken.addAll(boxes);
    for (Line line : arranged.lines()) {
      taken.add(line.label().bounds());
      List<Point> route = line.route();
      for (int i = 1; i < route.size(); i++) {
        taken.add(Rect.spanning(route.get(i - 1), route.get(i)).grown(1));
      }
    }
  }

  /** The places of the firewalls and notes among some boxes. */
  Map<String, Rect> places(List<Box> all) {
    Map<String, Rect> places = new LinkedHashMap<>();
    List<Box> row = all.stream().filter(this::belongsInRow).toList();
    if (!row.isEmpty()) {
      placeRow(row, places);
    }
    for (Box box : all) {
      if (SiblingFlows.isExtra(box) && !row.contains(box)) {
        put(box, place(box), places);
      }
    }
    return places;
  }

  private void put(Box box, Rect place, Map<String, Rect> places) {
    places.put(box.id(), place);
    boxes.add(place);
    taken.add(place);
  }

  /** Firewalls that guard no boundary in particular stand in a row in the middle of the top. */
  private boolean belongsInRow(Box box) {
    return box.kind() == BoxKind.ENFORCEMENT_POINT
        && !box.look().pinned()
        && boundary(box).isEmpty();
  }

  private void placeRow(List<Box> row, Map<String, Rect> places) {
    int width = -GAP;
    int height = 0;
    for (Box box : row) {
      width += box.bounds().width() + GAP;
      height = Math.max(height, box.bounds().height());
    }
    Rect all = arranged.bounds();
    Rect free = within(new Rect(all.centerX() - width / 2, all.y(), width, height));
    int x = free.x();
    for (Box box : row) {
      put(box, new Rect(x, free.y(), box.bounds().width(), box.bounds().height()), places);
      x += box.bounds().width() + GAP;
    }
  }

  private Rect place(Box box) {
    if (box.look().pinned()) {
      return box.bounds();
    }
    if (box.kind() == BoxKind.NOTE) {
      return FreePlace.near(box.bounds(), boxes, GAP);
    }
    // Over the right edge of the boundary it guards.
    Rect size = box.bounds();
    Rect guarded = boundary(box).orElse(arranged.bounds());
    return within(
        new Rect(
            guarded.right() - size.width() / 2,
            guarded.y() - size.height() - CLOSE,
            size.width(),
            size.height()));
  }

  /** Bounds of the first zone, group or server that a firewall guards and that is shown. */
  private Optional<Rect> boundary(Box box) {
    if (nodes.get(box.nodeId()).getElement() instanceof EnforcementPoint point) {
      for (Endpoint guarded : point.getGuards()) {
        Optional<Rect> boundary =
            arranged
                .boxOfElement(guarded.getId())
                .filter(b -> b.kind() != BoxKind.MEMBER)
                .map(Box::bounds);
        if (boundary.isPresent()) {
          return boundary;
        }
      }
    }
    return Optional.empty();
  }

  /** The nearest free place in the picture, else one above it. */
  private Rect within(Rect wanted) {
    Rect free = FreePlace.near(wanted, taken, CLOSE);
    return arranged.bounds().contains(free) ? free : above(wanted);
  }

  /** In a row above the picture. */
  private Rect above(Rect wanted) {
    Rect all = arranged.bounds();
    Rect place =
        new Rect(wanted.x(), all.y() - ABOVE - wanted.height(), wanted.width(), wanted.height());
    for (Rect box : boxes) {
      if (box.grown(GAP).intersects(place)) {
        place = new Rect(box.right() + GAP, place.y(), place.width(), place.height());
      }
    }
    return place;
  }
}
