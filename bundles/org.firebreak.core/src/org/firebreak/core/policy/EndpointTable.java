package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Segmentation;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/** Numbers domains, endpoints, groups and servers in the containment order of the model. */
final class EndpointTable {
  final List<RoutingDomain> domains = new ArrayList<>();
  final List<PolicyServer> servers = new ArrayList<>();
  final List<PolicyGroup> groups = new ArrayList<>();
  final List<PolicyEndpoint> endpoints = new ArrayList<>();

  /** Endpoint index of each server. */
  final List<Integer> endpointOfServer = new ArrayList<>();

  private final Map<Endpoint, PolicyEndpoint> byElement = new IdentityHashMap<>();
  private final Map<Tenant, RoutingDomain> domainOfTenant = new IdentityHashMap<>();
  private final StrategyKind kind;
  private final MicroCriteria criteria;
  private final Quarantine quarantine;
  private final List<PolicyNote> notes;

  private EndpointTable(StrategyChoice strategy, Quarantine quarantine, List<PolicyNote> notes) {
    this.kind = strategy.kind();
    this.criteria = strategy.criteria();
    this.quarantine = quarantine;
    this.notes = notes;
  }

  static EndpointTable of(
      Design design,
      StrategyChoice strategy,
      Quarantine quarantine,
      PolicyScope scope,
      List<PolicyNote> notes) {
    EndpointTable table = new EndpointTable(strategy, quarantine, notes);
    table.domains.add(new RoutingDomain(0, null, TenantPlace.SHARED));
    for (Tenant tenant : design.getTenants()) {
      int index = table.domains.size();
      TenantPlace place =
          scope.place() == null ? TenantPlace.of(tenant, design.getTenants()) : scope.place();
      RoutingDomain domain = new RoutingDomain(index, ElementRef.of(tenant), place);
      table.domains.add(domain);
      table.domainOfTenant.put(tenant, domain);
    }
    table.addContent(design, -1, null, false);
    design.getExternalNetworks().forEach(table::addExternal);
    return table;
  }

  /** The compiled endpoint; {@code null} for an element outside the design. */
  PolicyEndpoint get(Endpoint element) {
    return byElement.get(element);
  }

  private boolean isChosen(Endpoint endpoint) {
    return criteria.endpoints().contains(endpoint.getId());
  }

  private void addContent(Container container, int parent, Tenant tenant, boolean chosen) {
    for (Zone zone : container.getZones()) {
      int index = reserve();
      int from = servers.size();
      Tenant own = zone.getTenant() == null ? tenant : zone.getTenant();
      addContent(zone, index, own, chosen || isChosen(zone));
      fill(index, zone, parent, from);
    }
    for (ServerGroup group : container.getGroups()) {
      int index = reserve();
      int from = servers.size();
      int number = groups.size();
      groups.add(null);
      boolean wholeGroup = chosen || isChosen(group);
      for (Server server : group.getServers()) {
        addServer(server, index, number, group.getSegmentation(), tenant, wholeGroup);
      }
      groups.set(number, new PolicyGroup(number, ElementRef.of(group), from, servers.size()));
      fill(index, group, parent, from);
    }
    for (Server server : container.getServers()) {
      int from = servers.size();
      int number = groups.size();
      groups.add(new PolicyGroup(number, ElementRef.of(server), from, from + 1));
      addServer(server, parent, number, Segmentation.INHERIT, tenant, chosen);
    }
  }

  private void addServer(
      Server server,
      int parent,
      int group,
      Segmentation groupSegmentation,
      Tenant tenant,
      boolean chosen) {
    int from = servers.size();
    Tenant own = server.getTenant() == null ? tenant : server.getTenant();
    ElementRef ref = ElementRef.of(server);
    servers.add(
        new PolicyServer(
            from,
            ref,
            group,
            isMicro(server, groupSegmentation, chosen),
            server.isQuarantined() || quarantine.servers().contains(server.getId()),
            server.isInternetFacing(),
            own == null ? domains.get(0) : domainOfTenant.getOrDefault(own, domains.get(0)),
            addresses(server, ref),
            server.getHypervisorHost()));
    int index = reserve();
    fill(index, server, parent, from);
    endpointOfServer.add(index);
  }

  /**
   * Whether the strategy microsegments a server: what the server says, else its group, else the
   * kind of the strategy; under hybrid its risk, its exposure, or that it was chosen.
   */
  private boolean isMicro(Server server, Segmentation ofGroup, boolean chosen) {
    Segmentation override =
        server.getSegmentation() == Segmentation.INHERIT ? ofGroup : server.getSegmentation();
    return switch (override) {
      case MICRO -> true;
      case GROUP -> false;
      case INHERIT ->
          switch (kind) {
            case MICRO -> true;
            case GROUP -> false;
            case HYBRID -> chosen || isHighRisk(server) || isChosen(server);
          };
    };
  }

  private boolean isHighRisk(Server server) {
    return server.getRisk().compareTo(criteria.risk()) >= 0
        || criteria.internetFacing() && server.isInternetFacing();
  }

  private List<Address> addresses(Server server, ElementRef ref) {
    List<Address> addresses = new ArrayList<>(server.getAddresses().size());
    for (String text : server.getAddresses()) {
      try {
        addresses.add(Address.parse(text));
      } catch (IllegalArgumentException e) {
        notes.add(
            new PolicyNote(
                PolicyNote.Code.INVALID_ADDRESS,
                List.of(ref),
                "Server " + ref.name() + ": " + e.getMessage() + "; no rule speaks of it"));
      }
    }
    return List.copyOf(addresses);
  }

  private void addExternal(ExternalNetwork network) {
    ElementRef ref = ElementRef.of(network);
    PolicyEndpoint endpoint =
        new PolicyEndpoint(endpoints.size(), ref, -1, 0, 0, cidrs(network.getCidrs(), ref));
    endpoints.add(endpoint);
    byElement.put(network, endpoint);
  }

  private AddressSet cidrs(Collection<String> texts, ElementRef ref) {
    List<AddressRange> ranges = new ArrayList<>(texts.size());
    for (String text : texts) {
      try {
        ranges.add(AddressRange.parse(text));
      } catch (IllegalArgumentException e) {
        notes.add(
            new PolicyNote(
                PolicyNote.Code.INVALID_CIDR,
                List.of(ref),
                "External network " + ref.name() + ": " + e.getMessage() + "; left out"));
      }
    }
    return AddressSet.of(ranges);
  }

  private int reserve() {
    endpoints.add(null);
    return endpoints.size() - 1;
  }

  private void fill(int index, Endpoint element, int parent, int from) {
    PolicyEndpoint endpoint =
        new PolicyEndpoint(index, ElementRef.of(element), parent, from, servers.size(), null);
    endpoints.set(index, endpoint);
    byElement.put(element, endpoint);
  }
}
