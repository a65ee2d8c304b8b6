package org.firebreak.core.validation.rules.identity;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Service;

/** Endpoints that become one: the flows of all move to it, and the others are deleted. */
final class EndpointMerge {
  private record Permission(
      Endpoint source, Endpoint destination, Set<Service> services, FlowState state) {
    static Permission of(Flow flow) {
      return new Permission(
          flow.getSource(),
          flow.getDestination(),
          new HashSet<>(flow.getServices()),
          flow.getState());
    }
  }

  private final Design design;
  private final Endpoint kept;
  private final Set<Endpoint> others = new LinkedHashSet<>();

  private EndpointMerge(Design design, Endpoint kept) {
    this.design = design;
    this.kept = kept;
  }

  /** Finds the endpoints; nothing is changed yet. */
  static EndpointMerge of(DesignElements elements, String kept, List<String> others) {
    EndpointMerge merge = new EndpointMerge(elements.design(), elements.get(Endpoint.class, kept));
    others.forEach(id -> merge.others.add(elements.get(Endpoint.class, id)));
    return merge;
  }

  void carryOut() {
    Set<Permission> present = new HashSet<>();
    design.getFlows().forEach(flow -> present.add(Permission.of(flow)));
    Set<Element> leaving = new LinkedHashSet<>(others);
    for (Flow flow : List.copyOf(design.getFlows())) {
      boolean source = others.contains(flow.getSource());
      boolean destination = others.contains(flow.getDestination());
      if (source || destination) {
        Permission moved =
            new Permission(
                source ? kept : flow.getSource(),
                destination ? kept : flow.getDestination(),
                new HashSet<>(flow.getServices()),
                flow.getState());
        if (present.add(moved)) {
          flow.setSource(moved.source());
          flow.setDestination(moved.destination());
        } else {
          leaving.add(flow);
        }
      }
    }
    for (EnforcementPoint point : design.getEnforcementPoints()) {
      if (point.getGuards().removeAll(others) && !point.getGuards().contains(kept)) {
        point.getGuards().add(kept);
      }
    }
    for (Diagram diagram : design.getDiagrams()) {
      diagram.getNodes().removeIf(node -> leaving.contains(node.getElement()));
      diagram.getConnections().removeIf(line -> leaving.contains(line.getFlow()));
    }
    leaving.forEach(EcoreUtil::remove);
  }
}
