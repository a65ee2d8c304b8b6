package org.firebreak.imports.merge;

import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/** The elements of a design by name, kept up to date while an import adds to it. */
public final class ModelIndex {
  final Design design;
  final NameIndex<Tenant> tenants = new NameIndex<>();
  final NameIndex<Zone> zones = new NameIndex<>();
  final NameIndex<ServerGroup> groups = new NameIndex<>();
  final NameIndex<Server> servers = new NameIndex<>();
  final NameIndex<ExternalNetwork> externalNetworks = new NameIndex<>();

  ModelIndex(Design design) {
    this.design = design;
    design.getTenants().forEach(tenants::add);
    design.getExternalNetworks().forEach(externalNetworks::add);
    addContent(design);
  }

  private void addContent(Container container) {
    container.getServers().forEach(servers::add);
    for (ServerGroup group : container.getGroups()) {
      groups.add(group);
      group.getServers().forEach(servers::add);
    }
    for (Zone zone : container.getZones()) {
      zones.add(zone);
      addContent(zone);
    }
  }

  /** The tenant of an endpoint: its own, else that of the zones around it; null if shared. */
  public static Tenant tenantOf(Endpoint endpoint) {
    if (endpoint instanceof Server server && server.getTenant() != null) {
      return server.getTenant();
    }
    for (EObject at = endpoint; at != null; at = at.eContainer()) {
      if (at instanceof Zone zone && zone.getTenant() != null) {
        return zone.getTenant();
      }
    }
    if (endpoint instanceof ServerGroup group && !group.getServers().isEmpty()) {
      return group.getServers().get(0).getTenant();
    }
    return null;
  }

  /** The innermost zone around an endpoint; null if it lies directly in the design. */
  public static Zone zoneOf(EObject endpoint) {
    EObject at = endpoint.eContainer();
    while (at != null && !(at instanceof Zone)) {
      at = at.eContainer();
    }
    return (Zone) at;
  }

  /** Whether a zone holds something, at any depth. */
  public static boolean isInside(EObject content, Zone zone) {
    for (EObject at = content; at != null; at = at.eContainer()) {
      if (at == zone) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a group only stands for a name that an earlier import did not know: it came from a
   * file, has no servers, and nobody has put it into a zone.
   */
  static boolean isPlaceholder(Endpoint endpoint) {
    return endpoint instanceof ServerGroup group
        && group.getServers().isEmpty()
        && group.getOrigin() != null
        && group.eContainer() instanceof Design;
  }
}
