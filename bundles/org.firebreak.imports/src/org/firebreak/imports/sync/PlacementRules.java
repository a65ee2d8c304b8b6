package org.firebreak.imports.sync;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.imports.input.CleanText;
import org.firebreak.imports.merge.ModelIndex;
import org.firebreak.imports.spi.ServerFact;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/**
 * Says where a server belongs, by the first that speaks: the label of a group's membership rule,
 * the group that inventory or naming convention name, where the architect has put it, the zone that
 * the inventory names. Only groups and zones that the design has count.
 */
final class PlacementRules {
  private final MembershipRules rules;
  private final Set<String> keysOfInventory;
  private final Set<String> owned;

  /**
   * @param keysOfInventory label keys of which the inventory speaks at all; a server without such a
   *     label does not have it
   * @param owned origins of servers about which the inventory tells everything
   */
  PlacementRules(Design design, Set<String> keysOfInventory, Set<String> owned) {
    this.rules = new MembershipRules(design);
    this.keysOfInventory = keysOfInventory;
    this.owned = owned;
  }

  /** Label keys that decide about membership, and that the inventory speaks of. */
  boolean decides(String key) {
    return rules.keys().contains(key) && keysOfInventory.contains(key);
  }

  /**
   * Where a server belongs.
   *
   * @param current where it lies, if that counts; {@code null} for a new or unplaced server
   * @param labels its labels as the inventory leaves them
   */
  Decision decide(ServerFact fact, Server server, EObject current, Map<String, String> labels) {
    List<ServerGroup> fulfilled = narrowed(rules.fulfilled(labels), fact, server);
    if (fulfilled.size() == 1) {
      return by(fact, fulfilled.get(0), "label " + MembershipRules.text(fulfilled.get(0)));
    }
    if (fulfilled.size() > 1) {
      return unplaced(fact, "its labels fulfil the rules of several groups: " + paths(fulfilled));
    }
    if (fact.group().isPresent()) {
      List<ServerGroup> named = narrowed(rules.groups(fact.group().value()), fact, server);
      if (named.size() == 1) {
        return by(fact, named.get(0), "group " + CleanText.quote(named.get(0).getName()));
      }
    }
    List<Zone> zones = zones(fact);
    if (current != null && !hasLost(current, fact, server)) {
      boolean moves = zones.size() == 1 && !ModelIndex.isInside(current, zones.get(0));
      return moves
          ? by(fact, zones.get(0), "zone " + CleanText.quote(zones.get(0).getName()))
          : by(fact, current, "stays");
    }
    return zones.size() == 1
        ? by(fact, zones.get(0), "zone " + CleanText.quote(zones.get(0).getName()))
        : unplaced(fact, reason(fact));
  }

  /** Whether a group takes members by a label that this server, as the inventory tells, lacks. */
  private boolean hasLost(EObject current, ServerFact fact, Server server) {
    String key = current instanceof ServerGroup group ? MembershipRules.keyOf(group) : null;
    return key != null
        && (fact.labels().containsKey(key)
            || keysOfInventory.contains(key) && owned.contains(server.getOrigin()));
  }

  private static Decision by(ServerFact fact, EObject home, String why) {
    return new Decision(home, why, fact.place());
  }

  private static Decision unplaced(ServerFact fact, String why) {
    return new Decision(null, why, fact.place());
  }

  private static String reason(ServerFact fact) {
    String named =
        fact.group().isPresent()
            ? "; the design has no one group " + CleanText.quote(fact.group().value())
            : "";
    named +=
        fact.zone().isPresent()
            ? "; the design has no one zone " + CleanText.quote(fact.zone().value())
            : "";
    return "no rule places it" + named;
  }

  private List<Zone> zones(ServerFact fact) {
    return fact.zone().isPresent()
        ? rules.zones(fact.zone().value()).stream().filter(zone -> isFor(fact, zone)).toList()
        : List.of();
  }

  /** Of several groups those in the named zone count, and the one where the server is already. */
  private static List<ServerGroup> narrowed(
      List<ServerGroup> groups, ServerFact fact, Server server) {
    List<ServerGroup> found = groups.stream().filter(group -> isFor(fact, group)).toList();
    if (found.size() > 1 && fact.zone().isPresent()) {
      List<ServerGroup> near =
          found.stream().filter(group -> isIn(group, fact.zone().value())).toList();
      found = near.isEmpty() ? found : near;
    }
    if (found.size() > 1 && server != null && found.contains(server.eContainer())) {
      Set<String> names = found.stream().map(ServerGroup::getName).collect(Collectors.toSet());
      return names.size() == 1 ? List.of((ServerGroup) server.eContainer()) : found;
    }
    return found;
  }

  private static boolean isIn(EObject element, String zone) {
    for (EObject at = element; at != null; at = at.eContainer()) {
      if (at instanceof Zone around && zone.equalsIgnoreCase(around.getName())) {
        return true;
      }
    }
    return false;
  }

  /** A server of a tenant belongs to what is its tenant's or shared, never to another tenant's. */
  private static boolean isFor(ServerFact fact, Endpoint home) {
    Tenant tenant = ModelIndex.tenantOf(home);
    return tenant == null
        || !fact.tenant().isSpoken()
        || tenant.getName().equalsIgnoreCase(fact.tenant().value());
  }

  private static String paths(List<ServerGroup> groups) {
    return groups.stream().map(Names::path).sorted().collect(Collectors.joining(", "));
  }
}
