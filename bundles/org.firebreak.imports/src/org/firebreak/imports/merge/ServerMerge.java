package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.core.address.Address;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.IpText;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.ImportedKind;
import org.firebreak.imports.spi.ServerFact;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.model.Container;
import org.firebreak.model.Label;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/** Brings the servers of an inventory into the design. */
final class ServerMerge {
  private final ModelIndex index;
  private final ServerPlan plan;
  private final MergeLog log;
  private final String origin;
  private final Placement placement;
  private final Homes homes;

  ServerMerge(ModelIndex index, ServerPlan plan, MergeLog log, String origin, Homes homes) {
    this.index = index;
    this.plan = plan;
    this.log = log;
    this.origin = origin;
    this.homes = homes;
    this.placement = new Placement(index, plan, log, origin);
  }

  void merge(ServerFact fact) {
    try {
      Server server = find(fact);
      Tenant tenant = fact.tenant().isPresent() ? placement.tenant(fact.tenant().value()) : null;
      if (server == null) {
        create(fact, tenant);
      } else {
        update(server, fact, tenant);
      }
    } catch (RowProblem problem) {
      log.reject(problem.place(), problem.getMessage());
    }
  }

  /** Reports servers of earlier inventories that this one does not state. */
  void reportMissing(Place file) {
    List<Server> imported = new ArrayList<>();
    for (var all = index.design.eAllContents(); all.hasNext(); ) {
      if (all.next() instanceof Server server && server.getOrigin() != null) {
        imported.add(server);
      }
    }
    log.reportMissing(
        ImportedKind.SERVER,
        file,
        imported,
        server -> CleanText.quote(server.getName()),
        "stays in the design with all that is permitted to it; delete it if it is meant to go");
  }

  private Server find(ServerFact fact) throws RowProblem {
    String tenant = fact.tenant().value();
    List<Server> named = index.servers.named(fact.name());
    List<Server> own = named.stream().filter(server -> isOf(server, tenant)).toList();
    if (own.isEmpty()) {
      // One whose tenant only one of design and file knows, unless the file states that one too.
      own =
          named.stream()
              .filter(server -> tenant == null || ModelIndex.tenantOf(server) == null)
              .filter(server -> !plan.states(tenantName(server), fact.name()))
              .toList();
    }
    if (own.size() > 1) {
      throw new RowProblem(
          fact.place(),
          "the design has "
              + own.size()
              + " servers called "
              + CleanText.quote(fact.name())
              + "; give the tenant, or rename them");
    }
    return own.isEmpty() ? null : own.get(0);
  }

  private static boolean isOf(Server server, String tenant) {
    String name = tenantName(server);
    return tenant == null ? name == null : tenant.equalsIgnoreCase(name);
  }

  private static String tenantName(Server server) {
    Tenant tenant = ModelIndex.tenantOf(server);
    return tenant == null ? null : tenant.getName();
  }

  private void create(ServerFact fact, Tenant tenant) throws RowProblem {
    EObject home = home(fact, tenant, null);
    Server server = NewElements.server(fact.name());
    server.setOrigin(origin);
    fact.values().apply(server);
    applyAddresses(server, fact);
    applyLabels(server, fact);
    applyTenant(server, fact, tenant, home);
    serversOf(home).add(server);
    index.servers.add(server);
    log.created(ImportedKind.SERVER, server);
    homes.merged(fact, server, true);
  }

  private void update(Server server, ServerFact fact, Tenant tenant) throws RowProblem {
    EObject home = home(fact, tenant, server);
    boolean changed = fact.values().apply(server);
    changed |= applyAddresses(server, fact);
    changed |= applyLabels(server, fact);
    changed |= applyTenant(server, fact, tenant, home);
    if (server.eContainer() != home) {
      serversOf(home).add(server);
      changed = true;
    }
    log.met(ImportedKind.SERVER, server, changed);
    homes.merged(fact, server, false);
  }

  /** Where the server belongs: a group, a zone or the design. */
  private EObject home(ServerFact fact, Tenant tenant, Server server) throws RowProblem {
    EObject chosen = homes.home(fact, server);
    if (chosen != null) {
      return chosen;
    }
    Zone zone =
        fact.zone().isPresent()
            ? placement.zone(tenant, fact.zone().value(), server, fact.place())
            : null;
    if (fact.group().isPresent()) {
      return placement.group(tenant, zone, fact.group().value(), server, fact.place());
    }
    if (zone != null && (server == null || !ModelIndex.isInside(server, zone))) {
      return zone;
    }
    if (server == null || zone == null && fact.zone().isSpoken()) {
      return index.design;
    }
    boolean leavesGroup = fact.group().isSpoken() && server.eContainer() instanceof ServerGroup;
    return leavesGroup ? server.eContainer().eContainer() : server.eContainer();
  }

  private static EList<Server> serversOf(EObject home) {
    return home instanceof ServerGroup group ? group.getServers() : ((Container) home).getServers();
  }

  private static boolean applyTenant(Server server, ServerFact fact, Tenant tenant, EObject home) {
    if (!fact.tenant().isSpoken()) {
      return false;
    }
    Zone zone = home instanceof Zone own ? own : ModelIndex.zoneOf(home);
    boolean inherited = zone != null && ModelIndex.tenantOf(zone) == tenant;
    Tenant own = inherited && server.getTenant() == null ? null : tenant;
    if (server.getTenant() == own) {
      return false;
    }
    server.setTenant(own);
    return true;
  }

  private static boolean applyAddresses(Server server, ServerFact fact) {
    if (!fact.addresses().isSpoken()) {
      return false;
    }
    List<Address> addresses = fact.addresses().isPresent() ? fact.addresses().value() : List.of();
    List<String> texts = addresses.stream().map(Address::toString).toList();
    List<String> old = server.getAddresses();
    // Their order means nothing, and one drawn by hand may be in another notation.
    if (texts.equals(old)
        || texts.size() == old.size() && new HashSet<>(texts).equals(canonical(old))) {
      return false;
    }
    server.setAddresses(texts);
    return true;
  }

  private static Set<String> canonical(List<String> addresses) {
    Set<String> texts = new HashSet<>();
    for (String address : addresses) {
      try {
        texts.add(IpText.parse(address).toString());
      } catch (IllegalArgumentException e) {
        texts.add(address);
      }
    }
    return texts;
  }

  private static boolean applyLabels(Server server, ServerFact fact) {
    boolean changed = false;
    for (Map.Entry<String, String> entry : fact.labels().entrySet()) {
      Label label = null;
      for (Label other : server.getLabels()) {
        label = entry.getKey().equals(other.getKey()) ? other : label;
      }
      if (label == null) {
        server.getLabels().add(NewElements.label(entry.getKey(), entry.getValue()));
        changed = true;
      } else if (!entry.getValue().equals(label.getValue())) {
        label.setValue(entry.getValue());
        changed = true;
      }
    }
    return changed;
  }
}
