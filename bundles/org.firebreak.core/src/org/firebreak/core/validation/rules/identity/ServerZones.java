package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Zone;

/** The zones with their valid ranges, and the zones around each server. */
final class ServerZones {
  /**
   * A zone.
   *
   * @param ranges its CIDRs that are valid
   * @param v4 whether one is of IPv4
   * @param v6 whether one is of IPv6
   * @param from index of the first server inside
   * @param to index after the last
   */
  record Ranged(
      Zone zone,
      List<AddressRange> ranges,
      AddressSet addresses,
      boolean v4,
      boolean v6,
      int from,
      int to) {
    static Ranged of(Zone zone, int from, int to) {
      List<AddressRange> ranges = valid(zone.getCidrs());
      AddressSet addresses = AddressSet.of(ranges);
      return new Ranged(
          zone, ranges, addresses, !addresses.v4().isEmpty(), !addresses.v6().isEmpty(), from, to);
    }

    /** Whether the zone has a range of that family. */
    boolean hasFamily(boolean ofV6) {
      return ofV6 ? v6 : v4;
    }
  }

  private final List<Ranged> zones = new ArrayList<>();
  private final int[] innermost;
  private final int[] nearest;

  private ServerZones(int servers) {
    innermost = new int[servers];
    nearest = new int[servers];
    Arrays.fill(innermost, -1);
    Arrays.fill(nearest, -1);
  }

  static ServerZones of(ValidationContext context) {
    ServerZones table = new ServerZones(context.servers().size());
    Map<String, PolicyEndpoint> endpoints = new HashMap<>();
    for (PolicyEndpoint endpoint : context.policy().endpoints()) {
      if (endpoint.ref().type().equals("Zone")) {
        endpoints.put(endpoint.ref().id(), endpoint);
      }
    }
    // A zone stands before those inside it, so that the inner ones are written last.
    for (Zone zone : context.zones()) {
      PolicyEndpoint endpoint = endpoints.get(zone.getId());
      int index = table.zones.size();
      Ranged ranged = Ranged.of(zone, endpoint.from(), endpoint.to());
      table.zones.add(ranged);
      Arrays.fill(table.innermost, endpoint.from(), endpoint.to(), index);
      if (!ranged.ranges().isEmpty()) {
        Arrays.fill(table.nearest, endpoint.from(), endpoint.to(), index);
      }
    }
    return table;
  }

  /** The valid ones; the others are findings of another rule. */
  static List<AddressRange> valid(List<String> cidrs) {
    List<AddressRange> ranges = new ArrayList<>(cidrs.size());
    for (String cidr : cidrs) {
      try {
        ranges.add(AddressRange.parse(cidr));
      } catch (IllegalArgumentException e) {
        continue;
      }
    }
    return ranges;
  }

  /** Every zone, outer ones first. */
  List<Ranged> all() {
    return zones;
  }

  /** The zone directly around a server; {@code null} for none. */
  Ranged around(int server) {
    return innermost[server] < 0 ? null : zones.get(innermost[server]);
  }

  /** The nearest zone around a server that has ranges; {@code null} for none. */
  Ranged ranged(int server) {
    return nearest[server] < 0 ? null : zones.get(nearest[server]);
  }
}
