package org.firebreak.core.coverage;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.progress.Progress;

/**
 * Decides whether boxes cover another.
 *
 * <p>Three observations settle most questions in one pass over the boxes. A target that one box
 * holds is covered. A target larger than all its overlaps together is not. A target of which one
 * coordinate is in no box is not. What is left is swept: along the services, and at each stretch of
 * them along the sources, the destinations of the boxes that are there must hold all destinations
 * of the target. Stretches at which the same boxes are there count once. For n boxes of m intervals
 * that is O(m² n) at worst, and far less as services and ends of real designs repeat.
 */
final class BoxCover {
  /** Relative; sums of volumes are rounded. */
  private static final double TOLERANCE = 1e-9;

  private final List<Box> boxes;
  private final Progress progress;
  private final boolean witness;
  private final BitSet used = new BitSet();
  private Box open;

  private BoxCover(List<Box> boxes, Progress progress, boolean witness) {
    this.witness = witness;
    this.boxes = boxes;
    this.progress = progress;
  }

  /** Whether the boxes hold all of the target together. */
  static boolean covers(List<Box> boxes, Box target, Progress progress) {
    return new BoxCover(boxes, progress, false).search(target);
  }

  /**
   * Positions of boxes that hold all of the target together, not always the fewest; {@code null} if
   * they do not.
   */
  static BitSet cover(List<Box> boxes, Box target, Progress progress) {
    BoxCover cover = new BoxCover(boxes, progress, false);
    return cover.search(target) ? cover.used : null;
  }

  /** A part of the target that no box holds anything of; {@code null} if there is none. */
  static Box open(List<Box> boxes, Box target, Progress progress) {
    BoxCover cover = new BoxCover(boxes, progress, true);
    return cover.search(target) ? null : cover.open;
  }

  private boolean search(Box target) {
    BitSet all = new BitSet();
    all.set(0, boxes.size());
    BitSet near = new BitSet();
    return switch (settle(target, all, near)) {
      case COVERED -> true;
      case OPEN -> false;
      case UNKNOWN -> sweepServices(target, near);
    };
  }

  private enum Settled {
    COVERED,
    OPEN,
    UNKNOWN
  }

  /**
   * @param near receives the candidates that hold something of the target
   */
  private Settled settle(Box target, BitSet candidates, BitSet near) {
    progress.check();
    double sum = 0;
    double volume = target.volume();
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      double common = boxes.get(i).common(target);
      if (common == volume && boxes.get(i).containsAll(target)) {
        used.set(i);
        return Settled.COVERED;
      }
      if (common > 0) {
        near.set(i);
        sum += common;
      }
    }
    if (!witness && sum < volume * (1 - TOLERANCE)) {
      return Settled.OPEN;
    }
    open = outside(target, near);
    return open == null ? Settled.UNKNOWN : Settled.OPEN;
  }

  /** The part of a box of which a coordinate is in none of the others; {@code null} if none is. */
  private Box outside(Box box, BitSet others) {
    List<Box> near = others.stream().mapToObj(boxes::get).toList();
    Intervals source = box.source().minus(Intervals.union(near.stream().map(Box::source).toList()));
    if (!source.isEmpty()) {
      return new Box(source, box.destination(), box.service());
    }
    Intervals destination =
        box.destination().minus(Intervals.union(near.stream().map(Box::destination).toList()));
    if (!destination.isEmpty()) {
      return new Box(box.source(), destination, box.service());
    }
    Intervals service =
        box.service().minus(Intervals.union(near.stream().map(Box::service).toList()));
    return service.isEmpty() ? null : new Box(box.source(), box.destination(), service);
  }

  private boolean sweepServices(Box target, BitSet near) {
    Set<BitSet> seen = new HashSet<>();
    Sweep services = new Sweep(target.service());
    near.stream().forEach(i -> services.add(i, boxes.get(i).service()));
    return services.run(
        (from, to, there) ->
            !seen.add((BitSet) there.clone())
                || sweepSources(
                    new Box(target.source(), target.destination(), Intervals.of(from, to)), there));
  }

  private boolean sweepSources(Box target, BitSet there) {
    BitSet near = new BitSet();
    return switch (settle(target, there, near)) {
      case COVERED -> true;
      case OPEN -> false;
      case UNKNOWN -> sweepNearSources(target, near);
    };
  }

  private boolean sweepNearSources(Box target, BitSet near) {
    Set<BitSet> seen = new HashSet<>();
    Sweep sources = new Sweep(target.source());
    near.stream().forEach(i -> sources.add(i, boxes.get(i).source()));
    return sources.run(
        (from, to, there) ->
            !seen.add((BitSet) there.clone())
                || holdDestinations(
                    new Box(Intervals.of(from, to), target.destination(), target.service()),
                    there));
  }

  /** Boxes that are needed elsewhere are used first, then those that hold most. */
  private boolean holdDestinations(Box target, BitSet there) {
    Intervals rest = target.destination();
    BitSet others = (BitSet) there.clone();
    others.andNot(used);
    for (int i = there.nextSetBit(0); i >= 0 && !rest.isEmpty(); i = there.nextSetBit(i + 1)) {
      rest = used.get(i) ? rest.minus(boxes.get(i).destination()) : rest;
    }
    while (!rest.isEmpty()) {
      int best = largest(others, rest);
      if (best < 0) {
        open = new Box(target.source(), rest, target.service());
        return false;
      }
      used.set(best);
      others.clear(best);
      rest = rest.minus(boxes.get(best).destination());
    }
    return true;
  }

  private int largest(BitSet others, Intervals rest) {
    int best = -1;
    long most = 0;
    for (int i = others.nextSetBit(0); i >= 0; i = others.nextSetBit(i + 1)) {
      long common = boxes.get(i).destination().common(rest);
      if (common > most) {
        most = common;
        best = i;
      }
    }
    return best;
  }
}
