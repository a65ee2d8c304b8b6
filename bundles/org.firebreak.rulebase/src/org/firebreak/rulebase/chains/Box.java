package org.firebreak.rulebase.chains;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;

/**
 * New connections from some addresses to some addresses by some services.
 *
 * @param services set on the {@link ServiceLine}
 */
public record Box(AddressSet source, AddressSet destination, Intervals services) {
  public static final Box ANY = new Box(AddressSet.ANY, AddressSet.ANY, ServiceLine.ANY);

  /** Every connection of one address family. */
  public static Box family(boolean v6) {
    AddressSet all = AddressSet.of(v6 ? AddressRange.ALL_V6 : AddressRange.ALL_V4);
    return new Box(all, all, ServiceLine.ANY);
  }

  public static Box from(AddressSet source) {
    return new Box(source, AddressSet.ANY, ServiceLine.ANY);
  }

  public static Box to(AddressSet destination) {
    return new Box(AddressSet.ANY, destination, ServiceLine.ANY);
  }

  public static Box by(Intervals services) {
    return new Box(AddressSet.ANY, AddressSet.ANY, services);
  }

  public boolean isEmpty() {
    return source.isEmpty() || destination.isEmpty() || services.isEmpty();
  }

  /** The connections that are in both. */
  public Box intersect(Box other) {
    return new Box(
        source.intersect(other.source),
        destination.intersect(other.destination),
        services.intersect(other.services));
  }

  /** Whether every connection of another box is in this one. */
  public boolean contains(Box other) {
    return other.isEmpty()
        || services.containsAll(other.services)
            && source.containsAll(other.source)
            && destination.containsAll(other.destination);
  }

  /** The connections that are not in another box, in boxes that do not overlap. */
  public List<Box> minus(Box other) {
    Box common = intersect(other);
    if (common.isEmpty()) {
      return List.of(this);
    }
    List<Box> rest = new ArrayList<>(3);
    rest.add(new Box(source.minus(common.source), destination, services));
    rest.add(new Box(common.source, destination.minus(common.destination), services));
    rest.add(new Box(common.source, common.destination, services.minus(common.services)));
    rest.removeIf(Box::isEmpty);
    return rest;
  }
}
