package org.firebreak.scene.route;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.RectIndex;
import org.firebreak.scene.geometry.Size;

/**
 * Puts each line's label on the longest segment where it covers no box, no other label and no
 * arrowhead, and if it can be helped no other line; beside its line where there is no room on it.
 */
public final class LabelPlacer {
  private static final int GAP = 3;
  private static final int ARROW_ROOM = 10;
  private static final int ROUNDS = 2;
  private static final int MANY = 400;
  private static final int FEW_STEPS = 3;
  private static final int MOST_STEPS = 24;
  private static final long ON_BOX = 1_000_000;
  private static final long ON_LABEL = 400_000;
  private static final long ON_ARROW = 200_000;
  private static final long ON_LINE = 300;
  private static final long BESIDE = 150;
  private static final long AROUND = 1_000;
  private static final long TOLERABLE = 140;
  private static final int MOST_TRIES = 6;

  private final RectIndex boxes;
  private final RectIndex arrows = new RectIndex();
  private final RectIndex segments = new RectIndex();
  private final RectIndex labels = new RectIndex();
  private final List<Integer> owners = new ArrayList<>();
  private final List<Seat> seats = new ArrayList<>();
  private List<List<Point>> routes;
  private List<Size> sizes;

  /** Where a label is, what that costs, and its number in the index. */
  private record Seat(Rect place, long cost, int number) {}

  private record Choice(Rect place, long cost) {}

  private LabelPlacer(List<Rect> boxes) {
    this.boxes = new RectIndex(boxes);
  }

  /**
   * Places one label a route.
   *
   * @param boxes boxes that labels must not cover; open zones are not among them, their titles are
   * @param routes corners of each line, the arrow's tip last
   * @param sizes sizes of the labels, as many as routes
   * @return bounds of the labels, in the same order
   */
  public static List<Rect> place(List<Rect> boxes, List<List<Point>> routes, List<Size> sizes) {
    LabelPlacer placer = new LabelPlacer(boxes);
    placer.routes = routes;
    placer.sizes = sizes;
    return placer.run();
  }

  private List<Rect> run() {
    for (List<Point> route : routes) {
      Point tip = route.get(route.size() - 1);
      arrows.add(new Rect(tip.x(), tip.y(), 0, 0).grown(ARROW_ROOM));
      for (int i = 1; i < route.size(); i++) {
        segments.add(thin(route.get(i - 1), route.get(i)));
      }
    }
    for (int i = 0; i < routes.size(); i++) {
      Interruption.check();
      seats.add(null);
      seat(i, best(i));
    }
    int rounds = routes.size() > MANY ? 0 : ROUNDS;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < routes.size(); i++) {
        if (seats.get(i).cost() >= TOLERABLE) {
          improve(i);
        }
      }
    }
    return seats.stream().map(Seat::place).toList();
  }

  private void seat(int line, Choice choice) {
    int number = labels.add(choice.place());
    owners.add(line);
    seats.set(line, new Seat(choice.place(), choice.cost(), number));
  }

  /** Tries again, and if one other label is in the way, whether that one can give way. */
  private void improve(int line) {
    Seat old = seats.get(line);
    labels.remove(old.number());
    Choice alone = best(line);
    seat(line, alone);
    int tries = 0;
    for (Rect place : LabelCandidates.on(routes.get(line), sizes.get(line), steps())) {
      if (seats.get(line).cost() < TOLERABLE || tries == MOST_TRIES) {
        return;
      }
      List<Integer> inTheWay = labels.numbersIntersecting(place.grown(GAP));
      inTheWay.remove(Integer.valueOf(seats.get(line).number()));
      if (inTheWay.size() == 1) {
        tries++;
        giveWay(line, place, owners.get(inTheWay.get(0)));
      }
    }
  }

  /** Seats a line's label at a place and another one elsewhere, if that is better for both. */
  private void giveWay(int line, Rect place, int other) {
    Seat mine = seats.get(line);
    Seat theirs = seats.get(other);
    labels.remove(mine.number());
    labels.remove(theirs.number());
    Choice here = new Choice(place, cost(place, routes.get(line), Long.MAX_VALUE));
    seat(line, here);
    Choice elsewhere = best(other);
    seat(other, elsewhere);
    if (here.cost() + elsewhere.cost() >= mine.cost() + theirs.cost()) {
      labels.remove(seats.get(line).number());
      labels.remove(seats.get(other).number());
      seat(line, new Choice(mine.place(), mine.cost()));
      seat(other, new Choice(theirs.place(), theirs.cost()));
    }
  }

  private Choice best(int line) {
    List<Point> route = routes.get(line);
    Size size = sizes.get(line);
    // Early candidates are better ones: on longer segments, nearer to their middle.
    Choice best = better(null, LabelCandidates.on(route, size, steps()), route, 0);
    best = better(best, LabelCandidates.beside(route, size, steps(), GAP), route, BESIDE);
    if (best.cost() >= ON_ARROW && routes.size() <= MANY) {
      best = better(best, LabelCandidates.around(route, size), route, AROUND);
    }
    return best;
  }

  private Choice better(Choice known, List<Rect> places, List<Point> route, long extra) {
    Choice best = known;
    for (int i = 0; i < places.size(); i++) {
      long least = extra + i / 2;
      if (best != null && best.cost() <= least) {
        return best;
      }
      long bound = best == null ? Long.MAX_VALUE : best.cost() + ON_LINE * route.size();
      long cost = cost(places.get(i), route, bound) + least;
      if (best == null || cost < best.cost()) {
        best = new Choice(places.get(i), cost);
      }
    }
    return best;
  }

  /** Among many labels fewer places are tried for each. */
  private int steps() {
    return routes.size() > MANY ? FEW_STEPS : MOST_STEPS;
  }

  /** What a place costs; once that reaches the bound, no more is found out. */
  private long cost(Rect label, List<Point> route, long bound) {
    Rect room = label.grown(GAP);
    long cost = ON_BOX * boxes.count(room);
    if (cost < bound) {
      cost += ON_LABEL * labels.count(room);
    }
    if (cost < bound) {
      cost += ON_ARROW * arrows.count(label);
    }
    if (cost < bound) {
      Rect inner = label.grown(-1);
      cost += ON_LINE * segments.count(inner);
      for (int i = 1; i < route.size(); i++) {
        if (inner.intersects(thin(route.get(i - 1), route.get(i)))) {
          cost -= ON_LINE;
        }
      }
    }
    return cost;
  }

  private static Rect thin(Point from, Point to) {
    return Rect.spanning(from, to).grown(1);
  }
}
