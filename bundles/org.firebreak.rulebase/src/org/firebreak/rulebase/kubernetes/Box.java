package org.firebreak.rulebase.kubernetes;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;

/** All connections from some addresses to some addresses of some services. */
record Box(AddressSet source, AddressSet destination, Intervals services) {
  boolean isEmpty() {
    return source.isEmpty() || destination.isEmpty() || services.isEmpty();
  }

  boolean contains(Box other) {
    return source.containsAll(other.source)
        && destination.containsAll(other.destination)
        && services.containsAll(other.services);
  }

  Box intersect(Box other) {
    return new Box(
        intersect(source, other.source),
        intersect(destination, other.destination),
        services.intersect(other.services));
  }

  private static AddressSet intersect(AddressSet left, AddressSet right) {
    return left.isAny() ? right : right.isAny() ? left : left.minus(left.minus(right));
  }

  /** What is in this box and not in the other, as boxes that have nothing in common. */
  List<Box> minus(Box other) {
    Box common = intersect(other);
    if (common.isEmpty()) {
      return List.of(this);
    }
    List<Box> left = new ArrayList<>();
    add(left, new Box(source.minus(other.source), destination, services));
    add(left, new Box(common.source, destination.minus(other.destination), services));
    add(left, new Box(common.source, common.destination, services.minus(other.services)));
    return left;
  }

  private static void add(List<Box> boxes, Box box) {
    if (!box.isEmpty()) {
      boxes.add(box);
    }
  }
}
