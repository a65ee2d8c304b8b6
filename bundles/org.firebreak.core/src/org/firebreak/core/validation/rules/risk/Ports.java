package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;

/** Differences of port sets. */
final class Ports {
  private Ports() {}

  /** The ports of the first set that are not in the second. */
  static PortSet without(PortSet all, PortSet some) {
    List<PortRange> left = new ArrayList<>(all.ranges());
    for (PortRange gone : some.ranges()) {
      List<PortRange> next = new ArrayList<>();
      for (PortRange range : left) {
        if (range.last() < gone.first() || gone.last() < range.first()) {
          next.add(range);
          continue;
        }
        if (range.first() < gone.first()) {
          next.add(PortRange.of(range.first(), gone.first() - 1));
        }
        if (gone.last() < range.last()) {
          next.add(PortRange.of(gone.last() + 1, range.last()));
        }
      }
      left = next;
    }
    return PortSet.of(left);
  }
}
