package org.firebreak.imports.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.firebreak.core.packets.Intervals;
import org.firebreak.rulebase.chains.Box;

/** Sets of connections as lists of boxes. */
final class Boxes {
  private Boxes() {}

  /** What is in a box and in none of the others, in boxes that do not overlap. */
  static List<Box> minus(Box box, Iterable<Box> others) {
    List<Box> left = new ArrayList<>(List.of(box));
    for (Box other : others) {
      if (left.isEmpty()) {
        return left;
      }
      List<Box> next = new ArrayList<>();
      left.forEach(each -> next.addAll(each.minus(other)));
      left = next;
    }
    return left;
  }

  /** The same connections in fewer boxes: those that differ in one field alone are joined. */
  static List<Box> joined(List<Box> boxes) {
    List<Box> all = boxes;
    int before;
    do {
      before = all.size();
      all =
          joined(
              all,
              b -> List.of(b.destination(), b.services()),
              (a, b) -> new Box(a.source().union(b.source()), a.destination(), a.services()));
      all =
          joined(
              all,
              b -> List.of(b.source(), b.services()),
              (a, b) -> new Box(a.source(), a.destination().union(b.destination()), a.services()));
      all =
          joined(
              all,
              b -> List.of(b.source(), b.destination()),
              (a, b) ->
                  new Box(
                      a.source(),
                      a.destination(),
                      Intervals.union(List.of(a.services(), b.services()))));
    } while (all.size() < before);
    return all;
  }

  private static List<Box> joined(
      List<Box> boxes, Function<Box, List<Object>> key, BinaryOperator<Box> join) {
    Map<List<Object>, Box> joined = new LinkedHashMap<>();
    boxes.forEach(box -> joined.merge(key.apply(box), box, join));
    return new ArrayList<>(joined.values());
  }
}
