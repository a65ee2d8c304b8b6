package org.firebreak.exports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;

/**
 * One connection of each kind that the rules of some filters can tell apart, found by the borders
 * of what their rules name: slow, but without any of the sets that are tested by it.
 */
public final class ConnectionKinds {
  private final List<PacketFilter> filters;
  private final TreeSet<Address> borders = new TreeSet<>();
  private final TreeSet<Integer> services =
      new TreeSet<>(Set.of(0, 1 << 16, 2 << 16, 58 << 16, 59 << 16));

  /**
   * A connection and what each filter decides of it.
   *
   * @param service a point on the line of services
   */
  public record Kind(Address source, Address destination, int service, List<Outcome> outcomes) {}

  /**
   * @param filters those that decide, in the order in which their outcomes are given
   */
  public ConnectionKinds(List<PacketFilter> filters) {
    this.filters = List.copyOf(filters);
    for (PacketFilter filter : filters) {
      for (FilterRule rule : filter.rules()) {
        addBorders(rule.source());
        addBorders(rule.destination());
        for (int i = 0; i < rule.services().count(); i++) {
          services.add(rule.services().from(i));
          services.add(Math.min(rule.services().to(i), (1 << 24) - 1));
        }
      }
    }
  }

  /** Tells the addresses of a set from those beside it. */
  public void addBorders(AddressSet set) {
    borders.add(Address.v4(0));
    borders.add(Address.v6(0, 0));
    for (AddressRange range : set.ranges()) {
      borders.add(range.first());
      if (range.v6() && range.last().low() != -1) {
        borders.add(Address.v6(range.last().high(), range.last().low() + 1));
      } else if (!range.v6() && range.last().low() != 0xFFFF_FFFFL) {
        borders.add(Address.v4((int) range.last().low() + 1));
      }
    }
  }

  /** One address of each kind. */
  public Set<Address> addresses() {
    return new TreeSet<>(borders);
  }

  /** A connection between some addresses of which the outcomes are as asked for. */
  public Optional<Kind> find(
      Collection<Address> sources,
      Collection<Address> destinations,
      Predicate<List<Outcome>> wanted) {
    for (Address source : sources) {
      for (Address destination : destinations) {
        if (source.v6() == destination.v6()) {
          Optional<Kind> found = find(source, destination, wanted);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Kind> find(
      Address source, Address destination, Predicate<List<Outcome>> wanted) {
    List<List<FilterRule>> rules = new ArrayList<>();
    for (PacketFilter filter : filters) {
      rules.add(between(filter, source, destination));
    }
    for (int service : services) {
      if (ServiceLine.protocol(service) != (source.v6() ? 1 : 58)) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
          outcomes.add(decide(rules.get(i), filters.get(i), service));
        }
        if (wanted.test(outcomes)) {
          return Optional.of(new Kind(source, destination, service, outcomes));
        }
      }
    }
    return Optional.empty();
  }

  private static List<FilterRule> between(PacketFilter filter, Address from, Address to) {
    return filter.rules().stream()
        .filter(rule -> rule.source().contains(from) && rule.destination().contains(to))
        .toList();
  }

  private static Outcome decide(List<FilterRule> rules, PacketFilter filter, int service) {
    for (FilterRule rule : rules) {
      if (rule.services().next(service) == service) {
        return rule.outcome();
      }
    }
    return filter.last().outcome();
  }
}
