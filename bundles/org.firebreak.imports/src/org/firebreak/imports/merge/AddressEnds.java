package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.imports.input.IpText;
import org.firebreak.model.Container;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/**
 * Which endpoints of the design have exactly some addresses: one that has them all, else several.
 * The narrowest kind is preferred: server, group, zone, external network.
 */
final class AddressEnds {
  /** Endpoints, and the addresses that none of them has. */
  record Cover(List<Endpoint> endpoints, AddressSet rest) {}

  private final Map<Endpoint, AddressSet> addresses = new LinkedHashMap<>();
  private final EndpointsByAddress all = new EndpointsByAddress(set -> set);
  private final EndpointsByAddress allV4 = new EndpointsByAddress(AddressSet::v4);
  private final EndpointsByAddress allV6 = new EndpointsByAddress(AddressSet::v6);
  private final Map<AddressSet, Endpoint> exact = new HashMap<>();
  private final Map<AddressSet, Endpoint> exactV4 = new HashMap<>();
  private final Map<AddressSet, Endpoint> exactV6 = new HashMap<>();
  private final Map<AddressSet, Cover> covers = new HashMap<>();

  AddressEnds(ModelIndex index) {
    List<Endpoint> servers = new ArrayList<>();
    List<Endpoint> groups = new ArrayList<>();
    List<Endpoint> zones = new ArrayList<>();
    add(index.design, servers, groups, zones);
    for (List<Endpoint> kind : List.of(servers, groups, zones)) {
      kind.forEach(this::remember);
    }
    for (ExternalNetwork network : index.design.getExternalNetworks()) {
      add(network);
    }
  }

  /** Takes in a server that was just made. */
  void add(Server server) {
    add(server, new ArrayList<>());
    remember(server);
    covers.clear();
  }

  /** Takes in a network that was just made. */
  void add(ExternalNetwork network) {
    try {
      put(network, AddressSet.parse(network.getCidrs()));
      remember(network);
      covers.clear();
    } catch (IllegalArgumentException e) {
      // Validation reports it; no rule base can mean such a network.
      return;
    }
  }

  private AddressSet add(
      Container container, List<Endpoint> servers, List<Endpoint> groups, List<Endpoint> zones) {
    List<AddressRange> all = new ArrayList<>();
    for (Server server : container.getServers()) {
      all.addAll(add(server, servers).ranges());
    }
    for (ServerGroup group : container.getGroups()) {
      List<AddressRange> members = new ArrayList<>();
      group.getServers().forEach(server -> members.addAll(add(server, servers).ranges()));
      put(group, AddressSet.of(members));
      groups.add(group);
      all.addAll(members);
    }
    for (Zone zone : container.getZones()) {
      AddressSet content = add(zone, servers, groups, zones);
      put(zone, content);
      zones.add(zone);
      all.addAll(content.ranges());
    }
    return AddressSet.of(all);
  }

  private AddressSet add(Server server, List<Endpoint> servers) {
    List<AddressRange> own = new ArrayList<>();
    for (String text : server.getAddresses()) {
      try {
        Address address = IpText.parse(text);
        own.add(AddressRange.of(address));
      } catch (IllegalArgumentException e) {
        // Validation reports it; no address of a rule equals it.
        continue;
      }
    }
    AddressSet set = AddressSet.of(own);
    put(server, set);
    servers.add(server);
    return set;
  }

  private void put(Endpoint endpoint, AddressSet set) {
    addresses.put(endpoint, set);
    all.add(endpoint, set);
    allV4.add(endpoint, set);
    allV6.add(endpoint, set);
  }

  private void remember(Endpoint endpoint) {
    AddressSet set = addresses.get(endpoint);
    if (!set.isEmpty()) {
      exact.putIfAbsent(set, endpoint);
      exactV4.putIfAbsent(set.v4(), endpoint);
      exactV6.putIfAbsent(set.v6(), endpoint);
    }
  }

  /** All addresses of an endpoint. */
  AddressSet of(Endpoint endpoint) {
    return addresses.getOrDefault(endpoint, AddressSet.EMPTY);
  }

  /** The endpoints that have some addresses, as far as there are such. */
  Cover cover(AddressSet set) {
    Endpoint one = exact.get(set);
    return one != null
        ? new Cover(List.of(one), AddressSet.EMPTY)
        : covers.computeIfAbsent(set, key -> cover(key, all));
  }

  /**
   * The addresses of the other family that belong to the same endpoints; of every address, every
   * one.
   *
   * @param set addresses of one family
   */
  AddressSet twins(AddressSet set, boolean v6) {
    if (set.equals(AddressSet.of(v6 ? AddressRange.ALL_V6 : AddressRange.ALL_V4))) {
      return AddressSet.of(v6 ? AddressRange.ALL_V4 : AddressRange.ALL_V6);
    }
    Endpoint one = (v6 ? exactV6 : exactV4).get(set);
    List<Endpoint> same = one != null ? List.of(one) : cover(set, v6 ? allV6 : allV4).endpoints();
    List<AddressRange> ranges = new ArrayList<>();
    for (Endpoint each : same) {
      AddressSet own = of(each);
      ranges.addAll((v6 ? own.v4() : own.v6()).ranges());
    }
    return AddressSet.of(ranges);
  }

  /** Prefix by prefix: one that endpoints have in part only is not theirs. */
  private static Cover cover(AddressSet set, EndpointsByAddress endpoints) {
    Map<Endpoint, AddressSet> inside = endpoints.within(set);
    AddressSet rest = AddressSet.EMPTY;
    boolean shrinks = true;
    while (shrinks) {
      AddressSet covered =
          AddressSet.of(inside.values().stream().flatMap(own -> own.ranges().stream()).toList());
      List<AddressRange> open = new ArrayList<>();
      for (String prefix : set.toPrefixes()) {
        AddressRange range = AddressRange.parse(prefix);
        if (!covered.containsAll(AddressSet.of(range))) {
          open.add(range);
        }
      }
      AddressSet now = AddressSet.of(open);
      shrinks = inside.values().removeIf(own -> own.intersects(now));
      rest = now;
    }
    return new Cover(fewest(inside), rest);
  }

  private static List<Endpoint> fewest(Map<Endpoint, AddressSet> inside) {
    List<Map.Entry<Endpoint, AddressSet>> largest = new ArrayList<>(inside.entrySet());
    largest.sort(
        Comparator.comparing(
            entry -> entry.getValue().ranges().stream().mapToDouble(AddressEnds::size).sum(),
            Comparator.reverseOrder()));
    AddressSet left =
        AddressSet.of(inside.values().stream().flatMap(own -> own.ranges().stream()).toList());
    Set<Endpoint> chosen = new HashSet<>();
    for (Map.Entry<Endpoint, AddressSet> entry : largest) {
      if (entry.getValue().intersects(left)) {
        chosen.add(entry.getKey());
        left = left.minus(entry.getValue());
      }
    }
    return inside.keySet().stream().filter(chosen::contains).toList();
  }

  private static double size(AddressRange range) {
    double size = 0;
    for (String prefix : range.toPrefixes()) {
      int slash = prefix.indexOf('/');
      int bits = range.v6() ? 128 : 32;
      size += Math.pow(2, slash < 0 ? 0 : bits - Integer.parseInt(prefix.substring(slash + 1)));
    }
    return size;
  }
}
