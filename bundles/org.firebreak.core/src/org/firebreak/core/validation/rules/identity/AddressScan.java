package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.SpecialAddress;

/** One walk over the addresses of all servers, for all rules that look at each of them. */
final class AddressScan {
  /**
   * Where hits belong together.
   *
   * @param zone zone directly around the servers; {@code null} for none
   */
  record SpecialPlace(SpecialAddress kind, ServerZones.Ranged zone) {}

  /** Prefixes of 31 and 32 bits have neither a network nor a broadcast address (RFC 3021). */
  private static final long SMALLEST_WITH_EDGES = 4;

  private final Map<SpecialPlace, List<AddressHit>> special = new LinkedHashMap<>();
  private final Map<ServerZones.Ranged, List<AddressHit>> outside = new IdentityHashMap<>();
  private final Map<ServerZones.Ranged, List<AddressHit>> edges = new IdentityHashMap<>();
  private final Map<ServerZones.Ranged, Set<Address>> edgesOfZones = new IdentityHashMap<>();
  private final List<AddressHit> mapped = new ArrayList<>();
  private final BitSet v4 = new BitSet();
  private final BitSet v6 = new BitSet();
  private final ServerZones zones;

  private AddressScan(ServerZones zones) {
    this.zones = zones;
  }

  static AddressScan of(ValidationContext context) {
    AddressScan scan = new AddressScan(context.shared(ServerZones.class, ServerZones::of));
    for (PolicyServer server : context.policy().servers()) {
      for (Address address : server.addresses()) {
        scan.add(server, address);
      }
    }
    return scan;
  }

  /** Whether an IPv6 address only carries an IPv4 one: {@code ::ffff:10.0.0.1} (RFC 4291). */
  static boolean isMapped(Address address) {
    return address.v6() && address.high() == 0 && address.low() >>> 32 == 0xFFFF;
  }

  private void add(PolicyServer server, Address address) {
    if (isMapped(address)) {
      mapped.add(new AddressHit(server, address));
      return;
    }
    SpecialAddress kind = SpecialAddress.of(address);
    if (kind != null) {
      special
          .computeIfAbsent(
              new SpecialPlace(kind, zones.around(server.index())), place -> new ArrayList<>())
          .add(new AddressHit(server, address));
      return;
    }
    (address.v6() ? v6 : v4).set(server.index());
    ServerZones.Ranged zone = zones.ranged(server.index());
    if (zone == null || !zone.hasFamily(address.v6())) {
      return;
    }
    if (!zone.addresses().contains(address)) {
      outside.computeIfAbsent(zone, key -> new ArrayList<>()).add(new AddressHit(server, address));
    } else if (mayBeEdge(address) && edges(zone).contains(address)) {
      edges.computeIfAbsent(zone, key -> new ArrayList<>()).add(new AddressHit(server, address));
    }
  }

  /** The first or last address of any prefix of up to 30 bits; spares most the look-up. */
  private static boolean mayBeEdge(Address address) {
    long end = address.low() & 3;
    return !address.v6() && (end == 0 || end == 3);
  }

  private Set<Address> edges(ServerZones.Ranged zone) {
    return edgesOfZones.computeIfAbsent(zone, AddressScan::edgesOf);
  }

  private static Set<Address> edgesOf(ServerZones.Ranged zone) {
    Set<Address> edges = new HashSet<>();
    for (AddressRange range : zone.ranges()) {
      if (!range.v6() && range.last().low() - range.first().low() + 1 >= SMALLEST_WITH_EDGES) {
        edges.add(range.first());
        edges.add(range.last());
      }
    }
    return edges;
  }

  /** Addresses that are none for a server, by kind and zone. */
  Map<SpecialPlace, List<AddressHit>> special() {
    return special;
  }

  /** Addresses in no range of the nearest zone that has ranges of their family. */
  List<AddressHit> outside(ServerZones.Ranged zone) {
    return outside.getOrDefault(zone, List.of());
  }

  /** Addresses that are the first or last of a range of the zone. */
  List<AddressHit> edgesIn(ServerZones.Ranged zone) {
    return edges.getOrDefault(zone, List.of());
  }

  /** IPv4-mapped IPv6 addresses. */
  List<AddressHit> mapped() {
    return mapped;
  }

  /** Servers with an ordinary IPv4 address. */
  BitSet v4() {
    return v4;
  }

  /** Servers with an ordinary IPv6 address. */
  BitSet v6() {
    return v6;
  }
}
