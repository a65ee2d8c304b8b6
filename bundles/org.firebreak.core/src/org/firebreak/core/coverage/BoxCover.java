package org.firebreak.core.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Decides whether boxes cover another: takes the box away from which most is covered, and goes on
 * with what is left of the target, at most three boxes.
 *
 * <p>Three observations end most searches at once. A target of which one coordinate is in no box is
 * not covered. A target larger than all its overlaps together is not covered. A target that one box
 * holds is covered. What is left otherwise is disjoint, so that there are never more pieces than
 * cells in the grid of all bounds: for n boxes that cut the target at different places in all three
 * dimensions O(n³) pieces of O(n) work. Flows of real designs are nested far more often than they
 * cross, and a search takes a few pieces.
 */
final class BoxCover {
  /** Relative; sums of volumes are rounded. */
  private static final double TOLERANCE = 1e-9;

  private record Piece(Box box, int[] candidates) {}

  private final List<Box> boxes;
  private final BitSet used = new BitSet();
  private Box open;

  private BoxCover(List<Box> boxes) {
    this.boxes = boxes;
  }

  /** Whether the boxes hold all of the target together. */
  static boolean covers(List<Box> boxes, Box target) {
    return new BoxCover(boxes).search(target, false);
  }

  /** Positions of boxes that hold all of the target together; {@code null} if they do not. */
  static BitSet cover(List<Box> boxes, Box target) {
    BoxCover cover = new BoxCover(boxes);
    return cover.search(target, false) ? cover.used : null;
  }

  /** A part of the target that no box holds anything of; {@code null} if there is none. */
  static Box open(List<Box> boxes, Box target) {
    BoxCover cover = new BoxCover(boxes);
    return cover.search(target, true) ? null : cover.open;
  }

  private boolean search(Box target, boolean witness) {
    int[] all = new int[boxes.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    Deque<Piece> left = new ArrayDeque<>();
    left.push(new Piece(target, all));
    while (!left.isEmpty()) {
      Piece piece = left.pop();
      if (!piece.box().isEmpty() && !split(piece, left, witness)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the piece may still be covered; what is left of it is put on the stack. */
  private boolean split(Piece piece, Deque<Piece> left, boolean witness) {
    Box box = piece.box();
    int[] near = new int[piece.candidates().length];
    int count = 0;
    int best = -1;
    double most = 0;
    double sum = 0;
    double volume = box.volume();
    for (int candidate : piece.candidates()) {
      double common = box.common(boxes.get(candidate));
      if (common == volume && boxes.get(candidate).containsAll(box)) {
        used.set(candidate);
        return true;
      }
      if (common > 0) {
        near[count++] = candidate;
        sum += common;
        if (common > most) {
          most = common;
          best = candidate;
        }
      }
    }
    if (sum < volume * (1 - TOLERANCE)) {
      if (!witness) {
        return false;
      }
      left.clear(); // what is open is in this piece
    }
    int[] candidates = Arrays.copyOf(near, count);
    open = outside(box, candidates);
    if (open != null) {
      return false;
    }
    used.set(best);
    pushRest(box, boxes.get(best), candidates, left);
    return true;
  }

  private static void pushRest(Box box, Box cut, int[] candidates, Deque<Piece> left) {
    Intervals source = box.source().intersect(cut.source());
    Intervals destination = box.destination().intersect(cut.destination());
    left.push(
        new Piece(
            new Box(box.source().minus(cut.source()), box.destination(), box.service()),
            candidates));
    left.push(
        new Piece(
            new Box(source, box.destination().minus(cut.destination()), box.service()),
            candidates));
    left.push(
        new Piece(new Box(source, destination, box.service().minus(cut.service())), candidates));
  }

  /** The part of a box of which a coordinate is in none of the candidates. */
  private Box outside(Box box, int[] candidates) {
    List<Intervals> sources = new ArrayList<>(candidates.length);
    List<Intervals> destinations = new ArrayList<>(candidates.length);
    List<Intervals> services = new ArrayList<>(candidates.length);
    for (int candidate : candidates) {
      sources.add(boxes.get(candidate).source());
      destinations.add(boxes.get(candidate).destination());
      services.add(boxes.get(candidate).service());
    }
    Intervals source = box.source().minus(Intervals.union(sources));
    if (!source.isEmpty()) {
      return new Box(source, box.destination(), box.service());
    }
    Intervals destination = box.destination().minus(Intervals.union(destinations));
    if (!destination.isEmpty()) {
      return new Box(box.source(), destination, box.service());
    }
    Intervals service = box.service().minus(Intervals.union(services));
    return service.isEmpty() ? null : new Box(box.source(), box.destination(), service);
  }
}
