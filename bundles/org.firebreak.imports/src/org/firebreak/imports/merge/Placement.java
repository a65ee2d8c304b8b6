package org.firebreak.imports.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.ImportedKind;
import org.firebreak.imports.table.RowProblem;
import org.firebreak.model.Container;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/** Finds the tenants, zones and groups that an inventory names, and makes those that are new. */
final class Placement {
  /** Groups are asked for once for each of their servers. */
  private record Spot(Tenant tenant, Zone zone, String group) {}

  private final Map<Spot, ServerGroup> seen = new HashMap<>();
  private final ModelIndex index;
  private final ServerPlan plan;
  private final MergeLog log;
  private final String origin;

  Placement(ModelIndex index, ServerPlan plan, MergeLog log, String origin) {
    this.index = index;
    this.plan = plan;
    this.log = log;
    this.origin = origin;
  }

  Tenant tenant(String name) {
    List<Tenant> found = index.tenants.named(name);
    if (!found.isEmpty()) {
      log.met(ImportedKind.TENANT, found.get(0), false);
      return found.get(0);
    }
    Tenant tenant = NewElements.tenant(name);
    tenant.setOrigin(origin);
    index.design.getTenants().add(tenant);
    index.tenants.add(tenant);
    log.created(ImportedKind.TENANT, tenant);
    return tenant;
  }

  /**
   * The zone of a name for servers of a tenant. Two tenants do not share a zone unless somebody has
   * drawn it so.
   *
   * @param tenant null if the file states none
   * @throws RowProblem if several zones could be meant
   */
  Zone zone(Tenant tenant, String name, Server server, Place place) throws RowProblem {
    Zone around = server == null ? null : around(server, name);
    Zone zone = around != null ? around : findZone(tenant, name, place);
    if (zone != null) {
      log.met(ImportedKind.ZONE, zone, false);
      return zone;
    }
    zone = NewElements.zone(name);
    zone.setOrigin(origin);
    zone.setTenant(tenant);
    index.design.getZones().add(zone);
    index.zones.add(zone);
    log.created(ImportedKind.ZONE, zone);
    return zone;
  }

  /** A zone of that name in which the server already lies. */
  private static Zone around(Server server, String name) {
    for (Zone zone = ModelIndex.zoneOf(server); zone != null; zone = ModelIndex.zoneOf(zone)) {
      if (zone.getName() != null && zone.getName().equalsIgnoreCase(name)) {
        return zone;
      }
    }
    return null;
  }

  private Zone findZone(Tenant tenant, String name, Place place) throws RowProblem {
    List<Zone> named = index.zones.named(name);
    List<Zone> own = named.stream().filter(z -> ModelIndex.tenantOf(z) == tenant).toList();
    if (own.isEmpty() && tenant != null) {
      // A zone that was there before, without tenant, is shared.
      own = named.stream().filter(z -> ModelIndex.tenantOf(z) == null && !isNew(z)).toList();
    } else if (own.isEmpty() && !plan.tenantsStated()) {
      own = named;
    }
    return only(own, "zone", name, place);
  }

  private boolean isNew(Zone zone) {
    return log.isCreated(ImportedKind.ZONE, zone);
  }

  /**
   * The group of a name for servers of a tenant.
   *
   * @param zone zone in which the group has to lie; null if the file states none
   * @param server the server, if it exists already
   * @throws RowProblem if several groups could be meant
   */
  ServerGroup group(Tenant tenant, Zone zone, String name, Server server, Place place)
      throws RowProblem {
    ServerGroup group = findGroup(tenant, zone, name, server, place);
    if (group == null) {
      group = NewElements.group(name);
      group.setOrigin(origin);
      container(zone != null ? zone : server == null ? null : ModelIndex.zoneOf(server))
          .getGroups()
          .add(group);
      index.groups.add(group);
      log.created(ImportedKind.GROUP, group);
    } else if (zone != null && !ModelIndex.isInside(group, zone)) {
      zone.getGroups().add(group);
      log.met(ImportedKind.GROUP, group, true);
    } else {
      log.met(ImportedKind.GROUP, group, false);
    }
    return group;
  }

  private ServerGroup findGroup(Tenant tenant, Zone zone, String name, Server server, Place place)
      throws RowProblem {
    if (server != null
        && server.eContainer() instanceof ServerGroup current
        && name.equalsIgnoreCase(current.getName())
        && isFor(tenant, current)
        && (zone == null || ModelIndex.isInside(current, zone))) {
      return current;
    }
    if (zone == null) {
      return groupAnywhere(groupsOf(tenant, name), name, server, place);
    }
    Spot spot = new Spot(tenant, zone, NameIndex.fold(name));
    ServerGroup before = seen.get(spot);
    ServerGroup group = before == null ? groupIn(tenant, zone, name, place) : before;
    if (group != null) {
      seen.put(spot, group);
    }
    return group;
  }

  private ServerGroup groupIn(Tenant tenant, Zone zone, String name, Place place)
      throws RowProblem {
    List<ServerGroup> named = groupsOf(tenant, name);
    List<ServerGroup> inside =
        named.stream().filter(group -> ModelIndex.isInside(group, zone)).toList();
    if (!inside.isEmpty()) {
      return only(inside, "group", name, place);
    }
    // A group that only changed its zone, or that stood for an unknown name, moves as a whole.
    boolean moves =
        named.size() == 1
            && (plan.isInOneZone(tenant == null ? null : tenant.getName(), name)
                || ModelIndex.isPlaceholder(named.get(0)));
    return moves ? named.get(0) : null;
  }

  private List<ServerGroup> groupsOf(Tenant tenant, String name) {
    return index.groups.named(name).stream().filter(group -> isFor(tenant, group)).toList();
  }

  private static ServerGroup groupAnywhere(
      List<ServerGroup> named, String name, Server server, Place place) throws RowProblem {
    Zone current = server == null ? null : ModelIndex.zoneOf(server);
    List<ServerGroup> near =
        named.stream().filter(group -> ModelIndex.zoneOf(group) == current).toList();
    return only(near.isEmpty() ? named : near, "group", name, place);
  }

  private boolean isFor(Tenant tenant, ServerGroup group) {
    Tenant other = ModelIndex.tenantOf(group);
    return other == tenant
        || group.getServers().isEmpty() && other == null
        || tenant == null && !plan.tenantsStated();
  }

  private static <T> T only(List<T> found, String kind, String name, Place place)
      throws RowProblem {
    if (found.size() > 1) {
      throw new RowProblem(
          place,
          "there are "
              + found.size()
              + " "
              + kind
              + "s called "
              + CleanText.quote(name)
              + "; give "
              + (kind.equals("group") ? "zone and tenant" : "the tenant"));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private Container container(Zone zone) {
    return zone == null ? index.design : zone;
  }
}
