package org.firebreak.core.table;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;

/**
 * What cells say that is not in their own element: names that are unique, counts, findings. Belongs
 * to the design as it is; make a new one after every edit. What is costly is computed when it is
 * asked for.
 */
public final class TableData {
  private final Design design;
  private final Map<String, String> findings;
  private EndpointNames names;
  private Map<EObject, int[]> ends;
  private Map<Service, Integer> uses;
  private final Map<List<Service>, String> serviceNames = new HashMap<>();
  private final Map<List<Service>, String> servicePorts = new HashMap<>();

  private TableData(Design design, Map<String, String> findings) {
    this.design = design;
    this.findings = findings;
  }

  /**
   * @param findings the worst finding in words by the id of the element
   */
  public static TableData of(Design design, Map<String, String> findings) {
    return new TableData(design, new HashMap<>(findings));
  }

  public Design design() {
    return design;
  }

  /** What an endpoint is called; empty for none. */
  public String label(Endpoint endpoint) {
    return names().label(endpoint);
  }

  /** What all endpoints are called. */
  public List<String> labels() {
    return names().labels();
  }

  EndpointNames names() {
    if (names == null) {
      names = new EndpointNames(design);
    }
    return names;
  }

  /** Names of services; many flows have the same. */
  String services(List<Service> services) {
    String known = serviceNames.get(services);
    if (known == null) {
      known = ServicesText.of(services, design);
      serviceNames.put(List.copyOf(services), known);
    }
    return known;
  }

  /** Protocols and ports of services. */
  String ports(List<Service> services) {
    String known = servicePorts.get(services);
    if (known == null) {
      known = ServicesText.ports(services);
      servicePorts.put(List.copyOf(services), known);
    }
    return known;
  }

  String finding(Element element) {
    return findings.getOrDefault(element.getId(), "");
  }

  /** Flows that start at the endpoint, or at the group or a zone that holds it. */
  int flowsOut(Endpoint endpoint) {
    return flows(endpoint, 0);
  }

  /** Flows that end at the endpoint, or at the group or a zone that holds it. */
  int flowsIn(Endpoint endpoint) {
    return flows(endpoint, 1);
  }

  private int flows(Endpoint endpoint, int end) {
    if (ends == null) {
      ends = new IdentityHashMap<>();
      for (Flow flow : design.getFlows()) {
        ends.computeIfAbsent(flow.getSource(), key -> new int[2])[0]++;
        ends.computeIfAbsent(flow.getDestination(), key -> new int[2])[1]++;
      }
    }
    int count = 0;
    for (EObject at = endpoint; at instanceof Endpoint; at = at.eContainer()) {
      int[] counts = ends.get(at);
      count += counts == null ? 0 : counts[end];
    }
    return count;
  }

  /** Flows that use a service. */
  int uses(Service service) {
    if (uses == null) {
      uses = new IdentityHashMap<>();
      for (Flow flow : design.getFlows()) {
        flow.getServices().forEach(each -> uses.merge(each, 1, Integer::sum));
      }
    }
    return uses.getOrDefault(service, 0);
  }
}
