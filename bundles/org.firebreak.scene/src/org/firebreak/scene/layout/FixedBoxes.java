package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.scene.Box;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Rect;

/**
 * Puts pinned boxes back where they were, and moves those that stand in their way to the nearest
 * free place; containers shrink and grow with what is in them.
 */
final class FixedBoxes {
  private static final int GAP = 20;

  private final Scene before;
  private final Map<String, Rect> places;

  /**
   * Works on places in diagram coordinates.
   *
   * @param before the scene before it was arranged
   * @param places where the layout wants boxes; changed in place
   */
  FixedBoxes(Scene before, Map<String, Rect> places) {
    this.before = before;
    this.places = places;
  }

  boolean isNeeded() {
    return before.boxes().stream().anyMatch(box -> box.look().pinned());
  }

  void restore() {
    alignToPinned();
    restore(null);
  }

  /** Restores pinned boxes at their places within their containers. */
  void restoreInside() {
    if (isNeeded()) {
      restore(null);
    }
  }

  /** Moves the whole picture so that the first pinned box at the top is in its place. */
  private void alignToPinned() {
    for (Box box : before.children(null)) {
      if (box.look().pinned() && places.containsKey(box.id())) {
        Rect now = places.get(box.id());
        int dx = box.bounds().x() - now.x();
        int dy = box.bounds().y() - now.y();
        places.replaceAll((id, place) -> place.moved(dx, dy));
        return;
      }
    }
  }

  private void restore(String container) {
    List<Box> boxes = new ArrayList<>();
    for (Box box : before.children(container)) {
      if (places.containsKey(box.id())) {
        boxes.add(box);
        if (box.isContainer()) {
          restore(box.id());
        }
      }
    }
    List<Box> pinned = boxes.stream().filter(box -> box.look().pinned()).toList();
    for (Box box : pinned) {
      Rect home = home(box, container);
      moveTo(box.id(), home.x(), home.y());
    }
    for (Box box : pinned) {
      boolean collides =
          pinned.stream()
              .anyMatch(p -> p != box && places.get(p.id()).intersects(places.get(box.id())));
      if (collides && box.isContainer()) {
        asBefore(box, home(box, container));
      }
    }
    List<Rect> taken = new ArrayList<>(pinned.stream().map(box -> places.get(box.id())).toList());
    if (!taken.isEmpty() || anyOverlap(boxes)) {
      List<Box> loose = new ArrayList<>(boxes);
      loose.removeIf(box -> box.look().pinned());
      loose.sort(
          Comparator.comparingInt((Box box) -> places.get(box.id()).x())
              .thenComparingInt(box -> places.get(box.id()).y()));
      for (Box box : loose) {
        Rect free = FreePlace.near(places.get(box.id()), taken, GAP);
        moveTo(box.id(), free.x(), free.y());
        taken.add(free);
      }
    }
    if (container != null) {
      wrap(container, boxes);
    }
  }

  /** Where a pinned box belongs: at its old distance from the corner of its container. */
  private Rect home(Box box, String container) {
    if (container == null) {
      return box.bounds();
    }
    Rect old = before.box(container).orElseThrow().bounds();
    Rect now = places.get(container);
    return box.bounds().moved(now.x() - old.x(), now.y() - old.y());
  }

  private void moveTo(String id, int x, int y) {
    Rect now = places.get(id);
    int dx = x - now.x();
    int dy = y - now.y();
    Map<String, Rect> moved = new LinkedHashMap<>();
    collect(id, dx, dy, moved);
    places.putAll(moved);
  }

  /** Zones may have grown around pinned boxes in them. */
  private boolean anyOverlap(List<Box> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (places.get(boxes.get(i).id()).intersects(places.get(boxes.get(j).id()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A pinned zone must not grow into a pinned neighbour: its content is left alone. */
  private void asBefore(Box box, Rect home) {
    int dx = home.x() - box.bounds().x();
    int dy = home.y() - box.bounds().y();
    places.put(box.id(), home);
    putBack(box.id(), dx, dy);
  }

  private void putBack(String container, int dx, int dy) {
    for (Box inside : before.children(container)) {
      places.computeIfPresent(inside.id(), (id, place) -> inside.bounds().moved(dx, dy));
      putBack(inside.id(), dx, dy);
    }
  }

  private void collect(String id, int dx, int dy, Map<String, Rect> moved) {
    if (places.containsKey(id)) {
      moved.put(id, places.get(id).moved(dx, dy));
      before.children(id).forEach(child -> collect(child.id(), dx, dy, moved));
    }
  }

  /** Fits a container around its content; its corner stays unless content lies beyond it. */
  private void wrap(String container, List<Box> boxes) {
    Rect around = null;
    for (Box box : boxes) {
      Rect place = places.get(box.id());
      around = around == null ? place : around.union(place);
    }
    Rect now = places.get(container);
    if (around != null) {
      Rect needed =
          Rect.ofEdges(
              Math.min(now.x(), around.x() - Measures.ZONE_PADDING),
              Math.min(now.y(), around.y() - Measures.ZONE_HEADER),
              Math.max(now.right(), around.right() + Measures.ZONE_PADDING),
              Math.max(now.bottom(), around.bottom() + Measures.ZONE_PADDING));
      places.put(container, needed);
    }
  }
}
