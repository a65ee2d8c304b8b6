package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Strategy;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/**
 * A design as one of its tenants may see it: what is the tenant's, and what all tenants share.
 * Whatever belongs to other tenants, or is there for them alone, is not in it: their servers, the
 * zones and groups that hold only their servers, flows with such an end, networks and services that
 * only those flows use, and firewalls that guard nothing else. The rules of the tenant's routing
 * domain are the same as those of the whole design.
 */
public final class TenantDesign {
  private final Design design;
  private final String tenant;
  private final TenantPlace place;
  private final Set<String> ids = new HashSet<>();

  private TenantDesign(Design design, String tenant, TenantPlace place) {
    this.design = design;
    this.tenant = tenant;
    this.place = place;
  }

  /**
   * A copy of what a tenant may see.
   *
   * @param whole the design, which is only read
   * @param tenant model id of the tenant
   * @throws IllegalArgumentException if the design has no such tenant
   */
  public static TenantDesign of(Design whole, String tenant) {
    int index = whole.getTenants().stream().map(Tenant::getId).toList().indexOf(tenant);
    if (index < 0) {
      throw new IllegalArgumentException("the design has no tenant with the id " + tenant);
    }
    TenantPlace place = TenantPlace.of(whole.getTenants().get(index), whole.getTenants());
    TenantDesign part = new TenantDesign(EcoreUtil.copy(whole), tenant, place);
    part.restrict();
    return part;
  }

  /** The copy. */
  public Design design() {
    return design;
  }

  /**
   * Options for the rules of the tenant's routing domain: those for the whole design without what
   * is not in the copy.
   */
  public CompileOptions options(CompileOptions whole) {
    Map<String, RolloutPhase> phases = new TreeMap<>(whole.rollout().byEndpoint());
    phases.keySet().retainAll(ids);
    return whole
        .withStrategy(whole.strategy().within(ids))
        .withRollout(new RolloutPlan(whole.rollout().byDefault(), phases))
        .withQuarantined(
            known(whole.quarantine().servers()), known(whole.quarantine().responders()))
        .withScope(new PolicyScope(known(whole.scope().endpoints()), tenant, place));
  }

  /** Whether something of the scope of the options is in the copy. */
  public boolean isInScope(CompileOptions whole) {
    return whole.scope().endpoints().isEmpty() || !known(whole.scope().endpoints()).isEmpty();
  }

  private Set<String> known(Set<String> given) {
    Set<String> known = new TreeSet<>(given);
    known.retainAll(ids);
    return known;
  }

  private void restrict() {
    design.getDiagrams().clear();
    design.getAcceptedFindings().clear();
    restrict(design, null);
    collect(design);
    design.getFlows().removeIf(flow -> isGone(flow.getSource()) || isGone(flow.getDestination()));
    design.getResponders().removeIf(responder -> isGone(responder));
    design.getStrategyVariants().forEach(this::restrict);
    if (design.getStrategy() != null) {
      restrict(design.getStrategy());
    }
    Set<Endpoint> used = new HashSet<>(design.getResponders());
    Set<Service> services = new HashSet<>();
    for (Flow flow : design.getFlows()) {
      used.add(flow.getSource());
      used.add(flow.getDestination());
      services.addAll(flow.getServices());
    }
    design.getTripwires().forEach(tripwire -> services.addAll(tripwire.getServices()));
    design.getServices().retainAll(services);
    design.getExternalNetworks().retainAll(used);
    design.getExternalNetworks().forEach(network -> ids.add(network.getId()));
    List<EnforcementPoint> foreign = new ArrayList<>();
    for (EnforcementPoint point : design.getEnforcementPoints()) {
      boolean guarded = !point.getGuards().isEmpty();
      point.getGuards().removeIf(this::isGone);
      if (guarded && point.getGuards().isEmpty()) {
        foreign.add(point);
      }
    }
    design.getEnforcementPoints().removeAll(foreign);
    design.getTenants().removeIf(each -> !each.getId().equals(tenant));
  }

  private void restrict(Strategy strategy) {
    strategy.getMicroEndpoints().removeIf(this::isGone);
  }

  /** Networks belong to nobody: what uses them decides. */
  private boolean isGone(Endpoint endpoint) {
    return endpoint != null
        && !(endpoint instanceof ExternalNetwork)
        && !ids.contains(endpoint.getId());
  }

  private void collect(Container container) {
    Stream.of(container.getZones(), container.getGroups(), container.getServers())
        .flatMap(List::stream)
        .forEach(each -> ids.add(each.getId()));
    container.getGroups().forEach(group -> group.getServers().forEach(s -> ids.add(s.getId())));
    container.getZones().forEach(this::collect);
  }

  /** Takes away what is others'; a container that loses its last server that way goes with it. */
  private boolean restrict(Container container, Tenant around) {
    boolean lost = container.getServers().removeIf(server -> isOthers(server, around));
    for (ServerGroup group : List.copyOf(container.getGroups())) {
      boolean taken = group.getServers().removeIf(server -> isOthers(server, around));
      lost |= taken;
      if (group.getServers().isEmpty() && (taken || isOther(around))) {
        container.getGroups().remove(group);
      }
    }
    for (Zone zone : List.copyOf(container.getZones())) {
      Tenant own = zone.getTenant() == null ? around : zone.getTenant();
      boolean taken = restrict(zone, own);
      lost |= taken;
      if ((taken || isOther(own)) && isEmpty(zone)) {
        container.getZones().remove(zone);
      } else if (isOther(zone.getTenant())) {
        // what is left in it names its own tenant
        zone.setTenant(null);
      }
    }
    return lost;
  }

  private static boolean isEmpty(Container container) {
    return container.getServers().isEmpty()
        && container.getGroups().isEmpty()
        && container.getZones().isEmpty();
  }

  private boolean isOthers(Server server, Tenant around) {
    return isOther(server.getTenant() == null ? around : server.getTenant());
  }

  private boolean isOther(Tenant of) {
    return of != null && !of.getId().equals(tenant);
  }
}
