package org.firebreak.diagram.clipboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Server;
import org.firebreak.model.Service;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/** Brings the flows of a snippet into a design, with the services and tenants that it lacks. */
final class References {
  private final Snippet snippet;
  private final Design design;
  private final Map<String, Endpoint> existing;
  private final List<Flow> flows = new ArrayList<>();

  /**
   * @param existing endpoints of the design by id, for which {@linkplain Snippet#isOutside ends
   *     that were not copied} stand
   */
  References(Snippet snippet, Design design, Map<String, Endpoint> existing) {
    this.snippet = snippet;
    this.design = design;
    this.existing = existing;
  }

  /**
   * Brings all that has a place in the design; flows without one of their ends stay behind.
   *
   * @return the flows
   */
  List<Flow> bring() {
    bringTenants();
    bringFlows();
    for (EnforcementPoint point : snippet.content().getEnforcementPoints()) {
      List<Endpoint> guards = new ArrayList<>(point.getGuards());
      guards.replaceAll(this::end);
      guards.removeIf(Objects::isNull);
      point.getGuards().clear();
      point.getGuards().addAll(guards);
    }
    return flows;
  }

  private void bringTenants() {
    Map<Tenant, Tenant> tenants = new HashMap<>();
    for (Tenant tenant : List.copyOf(snippet.content().getTenants())) {
      Tenant own = null;
      for (Tenant candidate : design.getTenants()) {
        own = Objects.equals(candidate.getName(), tenant.getName()) ? candidate : own;
      }
      if (own == null) {
        own = tenant;
        tenant.setId(EcoreUtil.generateUUID());
        design.getTenants().add(tenant);
      }
      tenants.put(tenant, own);
    }
    for (TreeIterator<EObject> all = snippet.content().eAllContents(); all.hasNext(); ) {
      EObject object = all.next();
      if (object instanceof Zone zone && zone.getTenant() != null) {
        zone.setTenant(tenants.get(zone.getTenant()));
      } else if (object instanceof Server server && server.getTenant() != null) {
        server.setTenant(tenants.get(server.getTenant()));
      }
    }
  }

  private void bringFlows() {
    for (Flow flow : List.copyOf(snippet.content().getFlows())) {
      Endpoint source = end(flow.getSource());
      Endpoint destination = end(flow.getDestination());
      if (source != null && destination != null) {
        flow.setId(EcoreUtil.generateUUID());
        flow.setSource(source);
        flow.setDestination(destination);
        List<Service> services = List.copyOf(flow.getServices());
        flow.getServices().clear();
        services.forEach(service -> flow.getServices().add(service(service)));
        design.getFlows().add(flow);
        flows.add(flow);
      }
    }
  }

  private Endpoint end(Endpoint end) {
    return end != null && Snippet.isOutside(end) ? existing.get(end.getId()) : end;
  }

  /** The design's own service that means the same, or the copied one. */
  private Service service(Service copied) {
    if (copied.eContainer() == design) {
      return copied;
    }
    for (Service own : design.getServices()) {
      if (meansTheSame(own, copied)) {
        return own;
      }
    }
    copied.setId(EcoreUtil.generateUUID());
    design.getServices().add(copied);
    return copied;
  }

  private static boolean meansTheSame(Service a, Service b) {
    return Objects.equals(a.getName(), b.getName())
        && a.getProtocol() == b.getProtocol()
        && Objects.equals(a.getPorts(), b.getPorts())
        && Objects.equals(a.getIcmpType(), b.getIcmpType())
        && Objects.equals(a.getIcmpCode(), b.getIcmpCode())
        && Objects.equals(a.getApplication(), b.getApplication())
        && a.getEncryption() == b.getEncryption();
  }
}
