package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.geometry.Rect;

/** Finds the nearest place for a box where it overlaps nothing. */
final class FreePlace {

  private FreePlace() {}

  /**
   * The free place nearest to the wanted one.
   *
   * @param wanted where the box would best be
   * @param taken what stands already
   * @param gap least distance from what stands already, px
   */
  static Rect near(Rect wanted, List<Rect> taken, int gap) {
    List<Integer> xs = new ArrayList<>(List.of(wanted.x()));
    List<Integer> ys = new ArrayList<>(List.of(wanted.y()));
    for (Rect other : taken) {
      xs.add(other.right() + gap);
      xs.add(other.x() - gap - wanted.width());
      ys.add(other.bottom() + gap);
      ys.add(other.y() - gap - wanted.height());
    }
    Rect best = null;
    int least = Integer.MAX_VALUE;
    for (int x : xs) {
      for (int y : ys) {
        int distance = Math.abs(x - wanted.x()) + Math.abs(y - wanted.y());
        if (distance < least) {
          Rect candidate = new Rect(x, y, wanted.width(), wanted.height());
          if (taken.stream().noneMatch(candidate.grown(gap)::intersects)) {
            least = distance;
            best = candidate;
          }
        }
      }
    }
    return best;
  }
}
