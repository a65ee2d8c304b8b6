package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.ServiceOverlap;
import org.firebreak.model.Zone;

/** External networks that stand for a few known hosts, as ends of flows. */
final class SparseNetworks {
  /** A smaller network cannot be much larger than anything; and it may wait for servers to come. */
  private static final long SMALLEST = 64;

  /** Networks of so many addresses name hosts. */
  private static final long HOSTS = 8;

  /**
   * What is known of a network.
   *
   * @param addresses how many IPv4 addresses it has
   * @param used how many of them the known hosts have
   * @param hosts the groups, servers and small networks for which it stands
   * @param evidence why, as findings say it
   */
  record Sparse(long addresses, long used, List<PolicyEndpoint> hosts, String evidence) {}

  private record Network(AddressSet v4, long size, int inside) {}

  private final ValidationContext context;
  private final ServerAddresses owned;
  private final List<KnownUse.Use> smallServers = new ArrayList<>();
  private final List<KnownUse.Use> smallClients = new ArrayList<>();
  private final Map<Integer, Optional<Sparse>> known = new HashMap<>();
  private final Map<Integer, Network> networks = new HashMap<>();
  private final Map<Integer, BitSet> serversIn = new HashMap<>();
  private final Map<Integer, Boolean> inZone = new HashMap<>();
  private List<AddressSet> zones;

  private SparseNetworks(ValidationContext context) {
    this.context = context;
    owned = context.shared(ServerAddresses.class, ServerAddresses::of);
    KnownUse.in(context).external(false).filter(this::isSmall).forEach(smallServers::add);
    KnownUse.in(context).external(true).filter(this::isSmall).forEach(smallClients::add);
  }

  static SparseNetworks in(ValidationContext context) {
    return context.shared(SparseNetworks.class, SparseNetworks::new);
  }

  private boolean isSmall(KnownUse.Use use) {
    Network network = networks.computeIfAbsent(use.end().index(), any -> network(use.end()));
    return network.size() > 0
        && network.size() <= HOSTS
        && network.v4().equals(use.end().network());
  }

  private static long size(AddressSet v4) {
    long size = 0;
    for (AddressRange range : v4.ranges()) {
      size += range.last().low() - range.first().low() + 1;
    }
    return size;
  }

  /**
   * What is known of an end of a flow, if it is a network of which too few addresses are used. IPv6
   * is not judged: the smallest subnet has more addresses than there will ever be servers.
   */
  Optional<Sparse> of(ActiveFlow flow, boolean client) {
    PolicyEndpoint end = client ? flow.policy().source() : flow.policy().destination();
    return end.isExternal()
        ? known.computeIfAbsent(
            2 * flow.policy().index() + (client ? 1 : 0), any -> compute(flow, client))
        : Optional.empty();
  }

  private Optional<Sparse> compute(ActiveFlow flow, boolean client) {
    PolicyEndpoint end = client ? flow.policy().source() : flow.policy().destination();
    boolean outOfScope =
        flow.policy().source().isExternal() && flow.policy().destination().isExternal();
    if (outOfScope || context.isAnyAddress(end)) {
      return Optional.empty();
    }
    Network network = networks.computeIfAbsent(end.index(), any -> network(end));
    long limit = context.profile().limit(Threshold.MIN_ADDRESS_USE);
    return network.size() < SMALLEST || network.inside() * 100L >= limit * network.size()
        ? Optional.empty()
        : known(flow, client, end, network)
            .filter(sparse -> sparse.used() * 100 < limit * sparse.addresses());
  }

  private Network network(PolicyEndpoint end) {
    AddressSet v4 = end.network().v4();
    return new Network(v4, size(v4), owned.count(v4));
  }

  private Optional<Sparse> known(ActiveFlow flow, boolean client, PolicyEndpoint end, Network of) {
    AddressSet network = of.v4();
    if (of.inside() > 0 && isInZone(end.index(), network)) {
      List<PolicyEndpoint> all = GroupEnds.in(context).of(servers(end));
      return Optional.of(new Sparse(of.size(), of.inside(), all, "which have addresses there"));
    }
    Map<Integer, PolicyEndpoint> hosts = new LinkedHashMap<>();
    for (PolicyService service : flow.policy().services()) {
      for (KnownUse.Use use : client ? smallClients : smallServers) {
        boolean there =
            use.end().index() != end.index()
                && use.flow() != flow
                && network.contains(use.end().network().ranges().get(0).first())
                && ServiceOverlap.meet(use.match(), service.match())
                && network.containsAll(use.end().network());
        if (there) {
          hosts.put(use.end().index(), use.end());
        }
      }
      if (of.inside() > 0) {
        addServers(flow, client, service, servers(end), hosts);
      }
    }
    long used = hosts.values().stream().mapToLong(this::addresses).sum();
    return hosts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sparse(
                of.size(),
                used,
                List.copyOf(hosts.values()),
                client ? "which are known to use it" : "which are known to offer it"));
  }

  private void addServers(
      ActiveFlow flow,
      boolean client,
      PolicyService service,
      BitSet servers,
      Map<Integer, PolicyEndpoint> hosts) {
    for (KnownUse.Use use : KnownUse.in(context).all(client, service.match(), flow)) {
      PolicyEndpoint host = use.end();
      if (!host.isExternal() && servers.nextClearBit(host.from()) >= host.to()) {
        hosts.put(host.index(), host);
      }
    }
  }

  /** Indexes of the servers that have an address in a network. */
  BitSet servers(PolicyEndpoint network) {
    return serversIn.computeIfAbsent(network.index(), index -> owned.serversIn(network.network()));
  }

  private boolean isInZone(int index, AddressSet network) {
    return inZone.computeIfAbsent(
        index, any -> zones().stream().anyMatch(zone -> zone.containsAll(network)));
  }

  private long addresses(PolicyEndpoint host) {
    return host.isExternal() ? size(host.network()) : host.to() - host.from();
  }

  private List<AddressSet> zones() {
    if (zones == null) {
      zones = new ArrayList<>();
      for (Zone zone : context.zones()) {
        try {
          zones.add(AddressSet.parse(zone.getCidrs()));
        } catch (IllegalArgumentException e) {
          continue; // an invalid range says nothing; another rule reports it
        }
      }
      zones.removeIf(AddressSet::isEmpty);
    }
    return zones;
  }
}
