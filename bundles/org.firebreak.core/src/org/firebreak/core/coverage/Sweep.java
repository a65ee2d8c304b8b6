package org.firebreak.core.coverage;

import java.util.Arrays;
import java.util.BitSet;
import org.firebreak.core.packets.Intervals;

/** Goes along a line and tells at each stretch of a target which of some sets are there. */
final class Sweep {
  /** Is told of each stretch in order. */
  interface Visitor {
    /**
     * @param there the sets that hold the whole stretch; changes after the visit
     * @return whether to go on
     */
    boolean visit(int from, int to, BitSet there);
  }

  /** Bits of an event that name the set; a number on the line stands above them. */
  private static final int NAME_BITS = 32;

  private static final long NAME = (1L << NAME_BITS) - 1;

  private final Intervals target;
  private long[] events = new long[64];
  private int count;

  Sweep(Intervals target) {
    this.target = target;
  }

  /** Adds a set under a number. */
  void add(int name, Intervals set) {
    Intervals inside = set.intersect(target);
    for (int i = 0; i < inside.count(); i++) {
      addEvent(inside.from(i), name);
      addEvent(inside.to(i), name);
    }
  }

  private void addEvent(int at, int name) {
    if (count == events.length) {
      events = Arrays.copyOf(events, 2 * count);
    }
    events[count++] = (long) at << NAME_BITS | name;
  }

  /** Whether all visits want to go on; each number at which a set begins or ends is a border. */
  boolean run(Visitor visitor) {
    Arrays.sort(events, 0, count);
    BitSet there = new BitSet();
    int next = 0;
    for (int i = 0; i < target.count(); i++) {
      int at = target.from(i);
      while (at < target.to(i)) {
        while (next < count && (int) (events[next] >>> NAME_BITS) <= at) {
          there.flip((int) (events[next++] & NAME));
        }
        int end =
            next < count
                ? Math.min(target.to(i), (int) (events[next] >>> NAME_BITS))
                : target.to(i);
        if (!visitor.visit(at, end, there)) {
          return false;
        }
        at = end;
      }
    }
    return true;
  }
}
