package org.firebreak.core.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Whether flows cover a box.
 *
 * @param flows those whose boxes meet it, as indexes
 * @param always boxes that are there in any case
 */
record Question(PlaneBoxes plane, Box target, List<Integer> flows, List<Box> always) {
  boolean isCovered(IntPredicate chosen) {
    return BoxCover.covers(boxes(chosen(chosen)), target, plane.progress());
  }

  /** Flows of the chosen ones that cover the box; {@code null} if they do not. */
  BitSet cover(IntPredicate chosen) {
    List<Integer> indexes = chosen(chosen);
    BitSet positions = BoxCover.cover(boxes(indexes), target, plane.progress());
    if (positions == null) {
      return null;
    }
    BitSet used = new BitSet();
    positions.stream()
        .filter(position -> position < indexes.size())
        .forEach(position -> used.set(indexes.get(position)));
    return used;
  }

  /** A connection that no flow covers. */
  FiveTuple example() {
    return plane.plane().example(BoxCover.open(boxes(flows), target, plane.progress()));
  }

  private List<Integer> chosen(IntPredicate chosen) {
    return flows.stream().filter(chosen::test).toList();
  }

  private List<Box> boxes(List<Integer> indexes) {
    List<Box> boxes = new ArrayList<>(indexes.size() + always.size());
    indexes.forEach(index -> boxes.add(plane.of(index)));
    boxes.addAll(always);
    return boxes;
  }
}
