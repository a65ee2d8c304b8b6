package org.firebreak.core.validation.rules.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;

/**
 * Which CIDRs lie in which. Two CIDRs are disjoint or one holds the other, so one walk over them in
 * order with a stack of those that are open finds all pairs.
 */
final class Overlaps<T> {
  /**
   * A CIDR that lies in one of another owner, or is the same.
   *
   * @param inner whose the narrower is; of two equal ones, whose stands later
   */
  record Overlap<T>(T inner, T outer, AddressRange range) {}

  /** Pairs beyond this many inside one range say nothing new. */
  private static final int DEEPEST = 8;

  private record Owned<T>(AddressRange range, T owner, int order) {}

  private final List<Owned<T>> all = new ArrayList<>();

  void add(T owner, List<AddressRange> ranges) {
    ranges.forEach(range -> all.add(new Owned<>(range, owner, all.size())));
  }

  /** The overlaps by their inner owner, in the order in which the owners were added. */
  Map<T, List<Overlap<T>>> find() {
    all.sort(
        Comparator.comparing((Owned<T> each) -> each.range().first())
            .thenComparing(each -> each.range().last(), Comparator.reverseOrder())
            .thenComparingInt(Owned::order));
    List<Owned<T>> inners = new ArrayList<>();
    Map<Owned<T>, List<Overlap<T>>> found = new LinkedHashMap<>();
    Deque<Owned<T>> open = new ArrayDeque<>();
    for (Owned<T> each : all) {
      while (!open.isEmpty() && open.peek().range().last().compareTo(each.range().first()) < 0) {
        open.pop();
      }
      List<Overlap<T>> outers =
          open.stream()
              .filter(outer -> outer.owner() != each.owner())
              .limit(DEEPEST)
              .map(outer -> new Overlap<>(each.owner(), outer.owner(), each.range()))
              .toList();
      if (!outers.isEmpty()) {
        inners.add(each);
        found.put(each, outers);
      }
      open.push(each);
    }
    inners.sort(Comparator.comparingInt(Owned::order));
    Map<T, List<Overlap<T>>> byOwner = new LinkedHashMap<>();
    for (Owned<T> inner : inners) {
      byOwner.computeIfAbsent(inner.owner(), key -> new ArrayList<>()).addAll(found.get(inner));
    }
    return byOwner;
  }
}
