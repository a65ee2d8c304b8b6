package org.firebreak.scene.route;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * A grid of a few interesting coordinates, with the cost of each edge between neighbours. Edge
 * {@code (i, j)} of the horizontal ones runs from {@code (xs[i], ys[j])} to {@code (xs[i + 1],
 * ys[j])}.
 */
final class Grid {
  static final int BLOCKED = 1 << 24;
  private static final int CROSSING = 24;

  final int[] xs;
  final int[] ys;
  private final int[] horizontal;
  private final int[] vertical;

  Grid(SortedSet<Integer> xs, SortedSet<Integer> ys) {
    this.xs = xs.stream().mapToInt(Integer::intValue).toArray();
    this.ys = ys.stream().mapToInt(Integer::intValue).toArray();
    horizontal = new int[this.xs.length * this.ys.length];
    vertical = new int[this.xs.length * this.ys.length];
    for (int i = 0; i < this.xs.length; i++) {
      for (int j = 0; j < this.ys.length; j++) {
        horizontal[index(i, j)] = i + 1 < this.xs.length ? this.xs[i + 1] - this.xs[i] : BLOCKED;
        vertical[index(i, j)] = j + 1 < this.ys.length ? this.ys[j + 1] - this.ys[j] : BLOCKED;
      }
    }
  }

  int index(int i, int j) {
    return i * ys.length + j;
  }

  /** Cost of the step from a vertex in a direction; {@link #BLOCKED} or more if impossible. */
  int cost(int i, int j, Side direction) {
    return switch (direction) {
      case RIGHT -> horizontal[index(i, j)];
      case LEFT -> i == 0 ? BLOCKED : horizontal[index(i - 1, j)];
      case DOWN -> vertical[index(i, j)];
      case UP -> j == 0 ? BLOCKED : vertical[index(i, j - 1)];
    };
  }

  /** Makes all edges through the interior of a rectangle impossible. */
  void block(Rect area) {
    addInside(area, BLOCKED, 0);
  }

  /** Makes all edges through the interior of a rectangle dearer by a share of their length. */
  void burden(Rect area, int percent) {
    addInside(area, 0, percent);
  }

  private void addInside(Rect area, int fixed, int percent) {
    int left = first(xs, area.x() + 1);
    int right = first(xs, area.right());
    int top = first(ys, area.y() + 1);
    int bottom = first(ys, area.bottom());
    for (int i = Math.max(0, left - 1); i < Math.min(right, xs.length - 1); i++) {
      int inside = Math.min(xs[i + 1], area.right()) - Math.max(xs[i], area.x());
      for (int j = top; j < bottom; j++) {
        horizontal[index(i, j)] += fixed + inside * percent / 100;
      }
    }
    for (int j = Math.max(0, top - 1); j < Math.min(bottom, ys.length - 1); j++) {
      int inside = Math.min(ys[j + 1], area.bottom()) - Math.max(ys[j], area.y());
      for (int i = left; i < right; i++) {
        vertical[index(i, j)] += fixed + inside * percent / 100;
      }
    }
  }

  /** Makes edges that cross a route, or run on it, dearer. */
  void discourage(List<Point> route) {
    for (int k = 1; k < route.size(); k++) {
      Point from = route.get(k - 1);
      Point to = route.get(k);
      if (from.x() == to.x()) {
        discourageVertical(from.x(), Math.min(from.y(), to.y()), Math.max(from.y(), to.y()));
      } else if (from.y() == to.y()) {
        discourageHorizontal(from.y(), Math.min(from.x(), to.x()), Math.max(from.x(), to.x()));
      }
    }
  }

  private void discourageVertical(int x, int top, int bottom) {
    int at = first(xs, x + 1) - 1;
    int low = first(ys, top + 1);
    int high = first(ys, bottom);
    if (at < 0 || at >= xs.length - 1) {
      return;
    }
    for (int j = low; j < high; j++) {
      horizontal[index(at, j)] += CROSSING;
    }
    if (x - xs[at] < 4) {
      for (int j = Math.max(0, low - 1); j < Math.min(high, ys.length - 1); j++) {
        vertical[index(at, j)] += (ys[j + 1] - ys[j]) / 4;
      }
    }
  }

  private void discourageHorizontal(int y, int left, int right) {
    int at = first(ys, y + 1) - 1;
    int low = first(xs, left + 1);
    int high = first(xs, right);
    if (at < 0 || at >= ys.length - 1) {
      return;
    }
    for (int i = low; i < high; i++) {
      vertical[index(i, at)] += CROSSING;
    }
    if (y - ys[at] < 4) {
      for (int i = Math.max(0, low - 1); i < Math.min(high, xs.length - 1); i++) {
        horizontal[index(i, at)] += (xs[i + 1] - xs[i]) / 4;
      }
    }
  }

  /** Index of the first coordinate that is not less than a value; the length if there is none. */
  static int first(int[] coordinates, int value) {
    int found = Arrays.binarySearch(coordinates, value);
    return found >= 0 ? found : -found - 1;
  }
}
