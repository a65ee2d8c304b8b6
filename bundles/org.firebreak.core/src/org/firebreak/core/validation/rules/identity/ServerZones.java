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
   * @param from index of the first server inside
   * @param to index after the last
   */
  record Ranged(Zone zone, List<AddressRange> ranges, AddressSet addresses, int from, int to) {
    /** Whether the zone has a range of that family. */
    boolean hasFamily(boolean v6) {
      return ranges.stream().anyMatch(range -> range.v6() == v6);
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
      List<AddressRange> ranges = valid(zone.getCidrs());
      int index = table.zones.size();
      table.zones.add(
          new Ranged(zone, ranges, AddressSet.of(ranges), endpoint.from(), endpoint.to()));
      Arrays.fill(table.innermost, endpoint.from(), endpoint.to(), index);
      if (!ranges.isEmpty()) {
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
