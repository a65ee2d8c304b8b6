package org.firebreak.exports.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the rules of two files stand to each other. A rule that both have was moved unless it is in a
 * longest series of rules that both have in the same order (patience sorting, so in n log n).
 */
final class RuleOrder {
  private final List<String> older;
  private final List<String> newer;
  private final Set<String> kept = new HashSet<>();
  private final Set<String> moved = new HashSet<>();

  RuleOrder(List<String> older, List<String> newer) {
    this.older = older;
    this.newer = newer;
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < older.size(); i++) {
      places.put(older.get(i), i);
    }
    List<String> common = newer.stream().filter(places::containsKey).toList();
    int[] positions = common.stream().mapToInt(places::get).toArray();
    int[] predecessors = new int[positions.length];
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      int length = firstNotBelow(ends, positions, positions[i]);
      predecessors[i] = length == 0 ? -1 : ends.get(length - 1);
      if (length == ends.size()) {
        ends.add(i);
      } else {
        ends.set(length, i);
      }
    }
    for (int i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = predecessors[i]) {
      kept.add(common.get(i));
    }
    common.stream().filter(key -> !kept.contains(key)).forEach(moved::add);
  }

  private static int firstNotBelow(List<Integer> ends, int[] positions, int position) {
    int low = 0;
    int high = ends.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (positions[ends.get(middle)] < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isMoved(String key) {
    return moved.contains(key);
  }

  /** Every rule once, in the order of the newer file; removed ones where they stood. */
  List<String> merged() {
    List<String> merged = new ArrayList<>();
    Set<String> present = new HashSet<>(newer);
    int next = 0;
    for (String key : newer) {
      if (kept.contains(key)) {
        for (; !older.get(next).equals(key); next++) {
          addRemoved(older.get(next), present, merged);
        }
        next++;
      }
      merged.add(key);
    }
    for (; next < older.size(); next++) {
      addRemoved(older.get(next), present, merged);
    }
    return merged;
  }

  private static void addRemoved(String key, Set<String> present, List<String> merged) {
    if (!present.contains(key)) {
      merged.add(key);
    }
  }
}
