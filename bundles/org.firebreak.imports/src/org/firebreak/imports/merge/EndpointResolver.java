package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.IpText;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/**
 * Finds what the ends of a flow mean, without making anything: {@code *}, an address or CIDR, a
 * name. Of several things of one name the narrowest is meant: server, group, zone, external
 * network.
 */
final class EndpointResolver {
  /** What an end means. */
  sealed interface Meant {
    /** Something that the design has. */
    record Existing(Endpoint endpoint) implements Meant {}

    /** Addresses outside, to be drawn as an external network. */
    record Network(String name, List<String> cidrs) implements Meant {}

    /** A name that nobody knows, to be drawn as a group without servers. */
    record Unknown(String name) implements Meant {}
  }

  static final List<String> ANY_ADDRESS = List.of("0.0.0.0/0", "::/0");

  private final ModelIndex index;
  private final MergeLog log;
  private final Set<String> told = new HashSet<>();
  private final Map<AddressRange, ExternalNetwork> networks = new HashMap<>();
  private Map<Address, List<Server>> serversByAddress;

  EndpointResolver(ModelIndex index, MergeLog log) {
    this.index = index;
    this.log = log;
    index.design.getExternalNetworks().forEach(this::remember);
  }

  void remember(ExternalNetwork network) {
    if (network.getCidrs().size() == 1) {
      try {
        networks.putIfAbsent(AddressRange.parse(network.getCidrs().get(0)), network);
      } catch (IllegalArgumentException e) {
        // Validation reports it; no file can mean such a network but by its name.
        return;
      }
    }
  }

  /**
   * What the text means.
   *
   * @param tenant name of the tenant in which it is meant; null if the file states none
   * @throws RowProblem if it could mean several things of the same kind, or is a wrong address
   */
  Meant resolve(String text, String tenant, Place place) throws RowProblem {
    if (tenant != null && index.tenants.named(tenant).isEmpty()) {
      throw new RowProblem(place, "there is no tenant " + CleanText.quote(tenant));
    }
    EndText end;
    try {
      end = EndText.of(text);
    } catch (IllegalArgumentException e) {
      throw new RowProblem(place, e.getMessage());
    }
    return switch (end) {
      case EndText.Anything any -> anything();
      case EndText.Addresses addresses -> addresses(addresses, tenant, place);
      case EndText.Name name -> named(name.text(), tenant, place);
    };
  }

  private Meant anything() {
    for (ExternalNetwork network : index.externalNetworks.exactly("*")) {
      return new Meant.Existing(network);
    }
    return new Meant.Network("*", ANY_ADDRESS);
  }

  private Meant addresses(EndText.Addresses addresses, String tenant, Place place)
      throws RowProblem {
    AddressRange range = addresses.range();
    if (range.isSingle()) {
      List<Server> servers = serversAt(range.first());
      Endpoint server = one(servers, addresses.name(), tenant, place);
      if (server != null) {
        return new Meant.Existing(server);
      }
    }
    for (Endpoint endpoint : candidates(addresses.name(), tenant, true)) {
      return new Meant.Existing(endpoint);
    }
    ExternalNetwork network = networks.get(range);
    return network != null
        ? new Meant.Existing(network)
        : new Meant.Network(addresses.name(), List.of(addresses.name()));
  }

  private List<Server> serversAt(Address address) {
    if (serversByAddress == null) {
      serversByAddress = new HashMap<>();
      index.design.eAllContents().forEachRemaining(this::addServer);
    }
    return serversByAddress.getOrDefault(address, List.of());
  }

  private void addServer(EObject element) {
    if (element instanceof Server server) {
      for (String text : server.getAddresses()) {
        try {
          serversByAddress.computeIfAbsent(IpText.parse(text), a -> new ArrayList<>(1)).add(server);
        } catch (IllegalArgumentException e) {
          // Validation reports it; no address of a file equals it.
          continue;
        }
      }
    }
  }

  private Meant named(String name, String tenant, Place place) throws RowProblem {
    for (boolean exact : new boolean[] {true, false}) {
      List<Endpoint> found = candidates(name, tenant, exact);
      if (!found.isEmpty()) {
        Endpoint narrowest = narrowest(found, name, tenant, place);
        tell(found, narrowest, name, exact, place);
        return new Meant.Existing(narrowest);
      }
    }
    int slash = name.lastIndexOf('/');
    if (slash > 0 && slash < name.length() - 1) {
      Endpoint qualified =
          qualified(name.substring(0, slash).strip(), name.substring(slash + 1).strip(), place);
      if (qualified != null) {
        return new Meant.Existing(qualified);
      }
    }
    for (ServerGroup group : index.groups.named(name)) {
      if (ModelIndex.isPlaceholder(group)) {
        return new Meant.Existing(group);
      }
    }
    return new Meant.Unknown(name);
  }

  /** Everything of the name, the narrowest kind first; placeholders of unknown names left out. */
  private List<Endpoint> candidates(String name, String tenant, boolean exact) {
    List<Endpoint> found = new ArrayList<>();
    addAll(found, index.servers, name, exact);
    addAll(found, index.groups, name, exact);
    addAll(found, index.zones, name, exact);
    addAll(found, index.externalNetworks, name, exact);
    found.removeIf(endpoint -> ModelIndex.isPlaceholder(endpoint) || !isVisible(endpoint, tenant));
    return found;
  }

  private static void addAll(
      List<Endpoint> found, NameIndex<? extends Endpoint> names, String name, boolean exact) {
    found.addAll(exact ? names.exactly(name) : names.ignoringCase(name));
  }

  /** In a tenant, its own things and shared ones are meant. */
  private static boolean isVisible(Endpoint endpoint, String tenant) {
    Tenant own = ModelIndex.tenantOf(endpoint);
    return tenant == null || own == null || tenant.equalsIgnoreCase(own.getName());
  }

  private static Endpoint narrowest(List<Endpoint> found, String name, String tenant, Place place)
      throws RowProblem {
    String kind = kind(found.get(0));
    return one(found.stream().filter(e -> kind(e).equals(kind)).toList(), name, tenant, place);
  }

  /** The only one; of a tenant's own and shared ones the tenant's. */
  private static Endpoint one(
      List<? extends Endpoint> found, String name, String tenant, Place place) throws RowProblem {
    List<? extends Endpoint> visible = found.stream().filter(e -> isVisible(e, tenant)).toList();
    if (visible.size() > 1 && tenant != null) {
      visible = visible.stream().filter(e -> ModelIndex.tenantOf(e) != null).toList();
    }
    if (visible.size() > 1) {
      throw new RowProblem(
          place,
          CleanText.quote(name)
              + " may be "
              + visible.stream()
                  .limit(3)
                  .map(EndpointResolver::path)
                  .collect(Collectors.joining(", "))
              + (visible.size() > 3 ? " or others" : "")
              + "; write zone/name, or add a column tenant");
    }
    return visible.isEmpty() ? null : visible.get(0);
  }

  private Endpoint qualified(String qualifier, String name, Place place) throws RowProblem {
    List<Endpoint> found =
        candidates(name, null, true).stream().filter(e -> isWithin(e, qualifier)).toList();
    return found.isEmpty() ? null : narrowest(found, name, null, place);
  }

  /** Whether a zone, group or tenant of the name is around the endpoint. */
  private static boolean isWithin(Endpoint endpoint, String qualifier) {
    Tenant tenant = ModelIndex.tenantOf(endpoint);
    boolean within = tenant != null && qualifier.equalsIgnoreCase(tenant.getName());
    for (EObject at = endpoint.eContainer(); at != null; at = at.eContainer()) {
      within |= at instanceof Endpoint around && qualifier.equalsIgnoreCase(around.getName());
    }
    return within;
  }

  private void tell(List<Endpoint> found, Endpoint taken, String name, boolean exact, Place place) {
    String kinds =
        found.stream()
            .map(EndpointResolver::kind)
            .distinct()
            .collect(Collectors.joining(" and a "));
    if (kinds.contains(" and ") && told.add(name)) {
      log.note(
          Severity.INFO,
          place,
          CleanText.quote(name) + " is a " + kinds + "; the " + kind(taken) + " is taken");
    } else if (!exact && told.add(name)) {
      log.note(
          Severity.INFO,
          place,
          CleanText.quote(name) + " is taken for the " + kind(taken) + " " + path(taken));
    }
  }

  private static String kind(Endpoint endpoint) {
    return switch (endpoint) {
      case Server server -> "server";
      case ServerGroup group -> "group";
      case Zone zone -> "zone";
      default -> "external network";
    };
  }

  private static String path(Endpoint endpoint) {
    StringBuilder path = new StringBuilder(String.valueOf(endpoint.getName()));
    for (EObject at = endpoint.eContainer(); at instanceof Endpoint; at = at.eContainer()) {
      path.insert(0, ((NamedElement) at).getName() + "/");
    }
    Tenant tenant = ModelIndex.tenantOf(endpoint);
    return tenant == null ? path.toString() : path + " (tenant " + tenant.getName() + ")";
  }
}
