package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.rulebase.HostAddresses;

/**
 * Rules that name zones and no addresses, in a configuration that does not say what is in a zone:
 * they are about the hosts that the caller knows by the name of the zone.
 *
 * <p>An address and a zone cannot be compared then. A rule that permits is not read if a denial
 * before it may be about the same connections and only one of the two names addresses.
 */
final class NamedZones {
  private record Zoned(List<String> zones, AddressSet given, AddressSet meant) {
    /** A side without addresses is about whole zones. */
    boolean isWhole() {
      return given.isAny() && !zones.isEmpty();
    }

    boolean isEverything() {
      return given.isAny() && zones.isEmpty();
    }

    boolean isComparableTo(Zoned other) {
      return isWhole() == other.isWhole() || isEverything() || other.isEverything();
    }

    boolean mayMeet(Zoned other) {
      return meant.intersects(other.meant)
          || isWhole() != other.isWhole()
              && (zones.isEmpty()
                  || other.zones.isEmpty()
                  || !Collections.disjoint(zones, other.zones));
    }
  }

  private record Denial(FilterRule rule, Zoned source, Zoned destination) {}

  private final HostAddresses hosts;
  private final List<Denial> denials = new ArrayList<>();

  NamedZones(HostAddresses hosts) {
    this.hosts = hosts;
  }

  /**
   * A rule with the hosts of its zones in place of every address; rules come in their order.
   *
   * @throws IllegalArgumentException if it cannot be told what it permits
   */
  FilterRule narrowed(Entry entry, FilterRule rule) {
    Zoned source = zoned(entry, "from", rule.source());
    Zoned destination = zoned(entry, "to", rule.destination());
    Denial now = new Denial(rule, source, destination);
    if (!rule.outcome().permits()) {
      denials.add(now);
    } else {
      for (Denial denial : denials) {
        check(denial, now);
      }
    }
    return new FilterRule(
        rule.name(),
        rule.place(),
        source.meant(),
        destination.meant(),
        rule.services(),
        rule.outcome());
  }

  private static void check(Denial denial, Denial permit) {
    boolean compared =
        denial.source().isComparableTo(permit.source())
            && denial.destination().isComparableTo(permit.destination());
    if (!compared
        && denial.rule().services().intersects(permit.rule().services())
        && denial.source().mayMeet(permit.source())
        && denial.destination().mayMeet(permit.destination())) {
      throw new IllegalArgumentException(
          "the denial "
              + denial.rule().name()
              + " before it may be about a part of it; which addresses are in which zone is not"
              + " known");
    }
  }

  private Zoned zoned(Entry entry, String side, AddressSet given) {
    List<String> zones =
        entry.has(side) && !entry.all(side).contains("any") ? entry.all(side) : List.of();
    if (!given.isAny() || zones.isEmpty()) {
      return new Zoned(zones, given, given);
    }
    AddressSet meant = AddressSet.EMPTY;
    for (String zone : zones) {
      AddressSet of = hosts.named(zone);
      if (of.isEmpty()) {
        throw new IllegalArgumentException("the addresses of the zone " + zone + " are not known");
      }
      meant = meant.union(of);
    }
    return new Zoned(zones, given, meant);
  }
}
