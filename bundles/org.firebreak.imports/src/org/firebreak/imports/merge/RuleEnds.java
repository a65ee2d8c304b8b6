package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.ImportedKind;
import org.firebreak.imports.spi.RuleEnd;
import org.firebreak.imports.spi.StandIns;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Server;
import org.firebreak.model.io.NewElements;

/** Finds or makes the endpoints that rules speak of. */
final class RuleEnds {
  private static final AddressSet PRIVATE =
      AddressSet.parse(
          List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"));
  private static final int NAMED_PREFIXES = 2;

  private final ModelIndex index;
  private final MergeLog log;
  private final String origin;
  private final boolean privateServers;
  private final StandIns standIns;
  private final FlowMerge flows;
  private final AddressEnds addresses;
  private final Map<String, Endpoint> byId = new HashMap<>();
  private final Map<AddressSet, List<Endpoint>> made = new HashMap<>();

  RuleEnds(ModelIndex index, MergeLog log, String origin, RuleMeaning rules, FlowMerge flows) {
    this.index = index;
    this.log = log;
    this.origin = origin;
    this.privateServers = rules.privateServers();
    this.standIns = rules.standIns();
    this.flows = flows;
    this.addresses = new AddressEnds(index);
    index
        .design
        .eAllContents()
        .forEachRemaining(
            each -> {
              if (each instanceof Endpoint endpoint && endpoint.getId() != null) {
                byId.put(endpoint.getId(), endpoint);
              }
            });
  }

  AddressEnds addresses() {
    return addresses;
  }

  /** The endpoints of hosts; those that nobody knows are made. */
  List<Endpoint> of(RuleEnd.Hosts hosts, Place place) {
    Set<Endpoint> found = new LinkedHashSet<>();
    for (String name : hosts.names()) {
      Endpoint known = known(name);
      if (known != null) {
        if (ModelIndex.isPlaceholder(known)) {
          log.unknown(known.getName(), place);
          log.met(ImportedKind.GROUP, known, false);
        }
        found.add(known);
      } else {
        found.add(hosts.made() ? server(name, null) : flows.hostsUnknown(name, place));
      }
    }
    return List.copyOf(found);
  }

  private Endpoint known(String name) {
    Endpoint endpoint = byId.get(name);
    if (endpoint != null) {
      return endpoint;
    }
    List<List<? extends Endpoint>> kinds =
        List.of(index.servers.named(name), index.groups.named(name), index.zones.named(name));
    return kinds.stream().flatMap(List::stream).map(Endpoint.class::cast).findFirst().orElse(null);
  }

  private Server server(String name, String address) {
    Server server = NewElements.server(name);
    server.setOrigin(origin);
    if (address != null) {
      server.setAddresses(List.of(address));
    }
    index.design.getServers().add(server);
    index.servers.add(server);
    byId.put(server.getId(), server);
    addresses.add(server);
    log.created(ImportedKind.SERVER, server);
    return server;
  }

  /** As {@link AddressEnds#twins}, also of hosts of which the name alone is known. */
  AddressSet twins(AddressSet set, boolean v6) {
    StandIns.Split split = standIns.split(set);
    AddressSet rest = split.rest().isEmpty() ? AddressSet.EMPTY : addresses.twins(split.rest(), v6);
    return standIns.twins(split, v6).union(rest);
  }

  /** The endpoints that together have exactly some addresses, or whose names stand for them. */
  List<Endpoint> of(AddressSet set, Place place) {
    StandIns.Split split = standIns.split(set);
    if (split.names().isEmpty()) {
      return of(set);
    }
    List<Endpoint> all = new ArrayList<>(of(new RuleEnd.Hosts(split.names(), false), place));
    if (!split.rest().isEmpty()) {
      all.addAll(of(split.rest()));
    }
    return all;
  }

  private List<Endpoint> of(AddressSet set) {
    List<Endpoint> known = made.get(set);
    if (known != null) {
      return known;
    }
    AddressEnds.Cover cover = addresses.cover(set);
    List<Endpoint> all = new ArrayList<>(cover.endpoints());
    AddressSet rest = cover.rest();
    if (privateServers) {
      List<AddressRange> singles =
          rest.toPrefixes().stream()
              .map(AddressRange::parse)
              .filter(range -> range.isSingle() && PRIVATE.contains(range.first()))
              .toList();
      for (AddressRange single : singles) {
        all.add(server(single.first().toString(), single.first().toString()));
      }
      rest = rest.minus(AddressSet.of(singles));
    }
    if (!rest.isEmpty()) {
      AddressEnds.Cover whole = addresses.cover(rest);
      all.addAll(whole.rest().isEmpty() ? whole.endpoints() : List.of(network(rest)));
    }
    for (Endpoint each : all) {
      if (each instanceof ExternalNetwork network) {
        log.met(ImportedKind.EXTERNAL_NETWORK, network, false);
      }
    }
    made.put(set, List.copyOf(all));
    return all;
  }

  private ExternalNetwork network(AddressSet set) {
    boolean any = set.isAny();
    List<String> cidrs = any ? EndpointResolver.ANY_ADDRESS : set.toPrefixes();
    ExternalNetwork network = NewElements.externalNetwork(free(any ? "*" : name(set)));
    network.setOrigin(origin);
    network.setCidrs(cidrs);
    index.design.getExternalNetworks().add(network);
    index.externalNetworks.add(network);
    byId.put(network.getId(), network);
    addresses.add(network);
    log.created(ImportedKind.EXTERNAL_NETWORK, network);
    return network;
  }

  private static String name(AddressSet set) {
    List<String> parts = prefixes(set);
    if (parts.size() <= NAMED_PREFIXES) {
      return String.join(", ", parts);
    }
    List<String> missing = missing(set);
    if (missing.size() <= NAMED_PREFIXES) {
      return "all but " + String.join(", ", missing);
    }
    if (set.ranges().size() == 1) {
      AddressRange range = set.ranges().get(0);
      return range.first() + " - " + range.last();
    }
    return parts.get(0) + " and " + (parts.size() - 1) + " more";
  }

  private static List<String> prefixes(AddressSet set) {
    return set.toPrefixes().stream()
        .map(AddressRange::parse)
        .map(range -> range.isSingle() ? range.first().toString() : range.toPrefixes().get(0))
        .toList();
  }

  /** What a set lacks of the families that it speaks of. */
  private static List<String> missing(AddressSet set) {
    AddressSet all = AddressSet.EMPTY;
    all = set.v4().isEmpty() ? all : all.union(AddressSet.of(AddressRange.ALL_V4));
    all = set.v6().isEmpty() ? all : all.union(AddressSet.of(AddressRange.ALL_V6));
    return prefixes(all.minus(set));
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; !index.externalNetworks.exactly(free).isEmpty(); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }
}
