package org.firebreak.core.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.packets.Intervals;

/**
 * The different sets that boxes have in one dimension, and which of them meet. The intervals of all
 * sets are sorted by first number, under a binary tree of the greatest end of each half, so that a
 * question costs O(h log n) for h hits; answers are kept.
 */
final class Axis {
  private final Map<Intervals, Integer> idOf = new HashMap<>();
  private final List<Intervals> sets = new ArrayList<>();
  private final List<List<Integer>> boxes = new ArrayList<>();
  private final Map<Integer, int[]> meeting = new HashMap<>();
  private long[] intervals;
  private int[] ids;
  private int[] greatestEnd;

  /** Files a box under its set; all boxes are added before the first question. */
  void add(Intervals set, int box) {
    Integer id = idOf.get(set);
    if (id == null) {
      id = sets.size();
      idOf.put(set, id);
      sets.add(set);
      boxes.add(new ArrayList<>());
    }
    boxes.get(id).add(box);
  }

  /** The boxes whose set meets one that has been added; each once. */
  int[] meeting(Intervals set) {
    return meeting.computeIfAbsent(idOf.get(set), id -> compute(sets.get(id)));
  }

  private int[] compute(Intervals set) {
    if (intervals == null) {
      build();
    }
    BitSet hits = new BitSet(sets.size());
    for (int i = 0; i < set.count(); i++) {
      collect(1, 0, intervals.length, set.from(i), set.to(i), hits);
    }
    int count = 0;
    for (int id = hits.nextSetBit(0); id >= 0; id = hits.nextSetBit(id + 1)) {
      count += boxes.get(id).size();
    }
    int[] found = new int[count];
    for (int id = hits.nextSetBit(0); id >= 0; id = hits.nextSetBit(id + 1)) {
      for (int box : boxes.get(id)) {
        found[--count] = box;
      }
    }
    return found;
  }

  private void build() {
    List<long[]> all = new ArrayList<>();
    for (int id = 0; id < sets.size(); id++) {
      for (int i = 0; i < sets.get(id).count(); i++) {
        all.add(new long[] {(long) sets.get(id).from(i) << 32 | sets.get(id).to(i), id});
      }
    }
    all.sort((one, other) -> Long.compare(one[0], other[0]));
    intervals = all.stream().mapToLong(entry -> entry[0]).toArray();
    ids = all.stream().mapToInt(entry -> (int) entry[1]).toArray();
    greatestEnd = new int[4 * intervals.length];
    build(1, 0, intervals.length);
  }

  private int build(int node, int from, int to) {
    int middle = from + to >>> 1;
    greatestEnd[node] =
        to - from == 1
            ? (int) intervals[from]
            : Math.max(build(2 * node, from, middle), build(2 * node + 1, middle, to));
    return greatestEnd[node];
  }

  private void collect(int node, int from, int to, int first, int end, BitSet hits) {
    if (greatestEnd[node] <= first || (int) (intervals[from] >>> 32) >= end) {
      return;
    }
    if (to - from == 1) {
      hits.set(ids[from]);
      return;
    }
    int middle = from + to >>> 1;
    collect(2 * node, from, middle, first, end, hits);
    collect(2 * node + 1, middle, to, first, end, hits);
  }
}
