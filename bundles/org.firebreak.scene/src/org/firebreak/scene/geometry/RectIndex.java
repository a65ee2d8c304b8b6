package org.firebreak.scene.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rectangles in square buckets, to find those near a place without looking at all of them. */
public final class RectIndex {
  private static final int BUCKET = 256;

  private final Map<Long, List<Integer>> buckets = new HashMap<>();
  private final List<Rect> rects = new ArrayList<>();

  public RectIndex() {}

  /** An index that holds these rectangles. */
  public RectIndex(Iterable<Rect> rects) {
    rects.forEach(this::add);
  }

  /** Adds a rectangle. */
  public void add(Rect rect) {
    int number = rects.size();
    rects.add(rect);
    for (int column = bucket(rect.x()); column <= bucket(rect.right()); column++) {
      for (int row = bucket(rect.y()); row <= bucket(rect.bottom()); row++) {
        buckets.computeIfAbsent(key(column, row), key -> new ArrayList<>()).add(number);
      }
    }
  }

  /** Rectangles whose interior shares an area with the given one, in the order of adding. */
  public List<Rect> intersecting(Rect area) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int column = bucket(area.x()); column <= bucket(area.right()); column++) {
      for (int row = bucket(area.y()); row <= bucket(area.bottom()); row++) {
        found.addAll(buckets.getOrDefault(key(column, row), List.of()));
      }
    }
    return found.stream().sorted().map(rects::get).filter(area::intersects).toList();
  }

  private static int bucket(int coordinate) {
    return Math.floorDiv(coordinate, BUCKET);
  }

  private static long key(int column, int row) {
    return (long) column << 32 | row & 0xFFFFFFFFL;
  }
}
