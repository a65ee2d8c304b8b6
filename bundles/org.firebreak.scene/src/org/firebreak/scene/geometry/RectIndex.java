package org.firebreak.scene.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * Adds a rectangle.
   *
   * @return number by which it can be removed
   */
  public int add(Rect rect) {
    int number = rects.size();
    rects.add(rect);
    for (int column = bucket(rect.x()); column <= bucket(rect.right()); column++) {
      for (int row = bucket(rect.y()); row <= bucket(rect.bottom()); row++) {
        buckets.computeIfAbsent(key(column, row), key -> new ArrayList<>()).add(number);
      }
    }
    return number;
  }

  /** Removes a rectangle by the number that adding it gave. */
  public void remove(int number) {
    rects.set(number, null);
  }

  /** Number of rectangles whose interior shares an area with the given one. */
  public int count(Rect area) {
    int count = 0;
    int firstColumn = bucket(area.x());
    int firstRow = bucket(area.y());
    for (int column = firstColumn; column <= bucket(area.right()); column++) {
      for (int row = firstRow; row <= bucket(area.bottom()); row++) {
        List<Integer> numbers = buckets.get(key(column, row));
        for (int i = 0; numbers != null && i < numbers.size(); i++) {
          if (isIn(numbers.get(i), area, column, row)) {
            count++;
          }
        }
      }
    }
    return count;
  }

  /**
   * Whether a rectangle shares an area with the given one, and this is the first bucket that both
   * are in, so that none is found twice.
   */
  private boolean isIn(int number, Rect area, int column, int row) {
    Rect rect = rects.get(number);
    return rect != null
        && area.intersects(rect)
        && column == Math.max(bucket(area.x()), bucket(rect.x()))
        && row == Math.max(bucket(area.y()), bucket(rect.y()));
  }

  /** Rectangles whose interior shares an area with the given one, in the order of adding. */
  public List<Rect> intersecting(Rect area) {
    return numbersIntersecting(area).stream().map(rects::get).toList();
  }

  /** Numbers of the rectangles whose interior shares an area with the given one, ascending. */
  public List<Integer> numbersIntersecting(Rect area) {
    List<Integer> found = new ArrayList<>();
    int firstColumn = bucket(area.x());
    int firstRow = bucket(area.y());
    for (int column = firstColumn; column <= bucket(area.right()); column++) {
      for (int row = firstRow; row <= bucket(area.bottom()); row++) {
        for (int number : buckets.getOrDefault(key(column, row), List.of())) {
          if (isIn(number, area, column, row)) {
            found.add(number);
          }
        }
      }
    }
    found.sort(null);
    return found;
  }

  private static int bucket(int coordinate) {
    return Math.floorDiv(coordinate, BUCKET);
  }

  private static long key(int column, int row) {
    return (long) column << 32 | row & 0xFFFFFFFFL;
  }
}
