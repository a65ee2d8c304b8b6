package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ExpectedFlow;
import org.firebreak.core.validation.facts.FlowChanges;
import org.firebreak.core.validation.facts.RetireFlow;
import org.firebreak.model.Flow;
import org.firebreak.model.FlowState;
import org.firebreak.model.Service;
import org.firebreak.model.library.WellKnownService;

/** Fixes that several of the rules offer for a flow. */
final class FlowFixes {
  private final ValidationContext context;
  private final ActiveFlow flow;

  private FlowFixes(ValidationContext context, ActiveFlow flow) {
    this.context = context;
    this.flow = flow;
  }

  /** For the flow that a finding names first; none if it names another element. */
  static Optional<FlowFixes> of(Finding finding, ValidationContext context) {
    String id = finding.elements().get(0).id();
    return context.activeFlows().stream()
        .filter(flow -> flow.ref().id().equals(id))
        .findFirst()
        .map(flow -> new FlowFixes(context, flow));
  }

  ActiveFlow flow() {
    return flow;
  }

  OtherFlows others() {
    return new OtherFlows(context, flow);
  }

  /**
   * Takes services out of the flow; retires it if none is left. Not offered if a server would be
   * left without any flow.
   *
   * @param which services that must go
   * @return no fix or one
   */
  List<Fix> without(Predicate<PolicyService> which) {
    List<PolicyService> going = flow.policy().services().stream().filter(which).toList();
    if (going.size() == flow.element().getServices().size()) {
      return retire();
    }
    List<String> names = going.stream().map(service -> service.ref().name()).toList();
    List<String> ids = going.stream().map(service -> service.ref().id()).toList();
    return List.of(
        new Fix(
            "Take " + String.join(", ", names) + " out of " + flow.name(),
            false,
            elements -> {
              Flow element = element(elements);
              List<Service> services =
                  ids.stream().map(id -> service(elements, element, id)).toList();
              services.forEach(each -> FlowChanges.replaceService(element, each, List.of()));
            }));
  }

  /** Retires the flow. */
  List<Fix> retire() {
    return others().serveItsEnds()
        ? List.of(
            new Fix(
                "Retire " + flow.name(), false, new RetireFlow(ExpectedFlow.of(flow), List.of())))
        : List.of();
  }

  /**
   * Permits another service in place of some ports of one. Not offered if flows would duplicate or
   * cover each other.
   *
   * @param service service of the flow
   * @param twin what is permitted in place of the ports
   * @param name the twin for people
   * @return no fix or one
   */
  List<Fix> replace(PolicyService service, PortSet ports, ServiceMatch twin, String name) {
    List<ServiceMatch> by = new ArrayList<>();
    PortSet rest = Ports.without(service.match().ports(), ports);
    if (!rest.isEmpty()) {
      by.add(ServiceMatch.of(service.match().protocol(), rest));
    }
    boolean there =
        by.stream().anyMatch(match -> match.coversAll(twin))
            || flow.policy().services().stream()
                .anyMatch(other -> other != service && other.match().coversAll(twin));
    OtherFlows others = others();
    if (there || others.cover(flow.policy().source(), flow.policy().destination(), twin)) {
      return rest.isEmpty() ? without(service::equals) : replace(service, by, name);
    }
    if (others.meet(flow.policy().source(), flow.policy().destination(), twin)) {
      return List.of();
    }
    by.add(twin);
    return replace(service, by, name);
  }

  /**
   * Whether a protocol would bring administration to where the flow has none and no administrator
   * should come from: then it is no mend, because another rule would report it.
   */
  boolean isNewSession(WellKnownService twin, ServiceBook book) {
    return twin.category().equals("administration")
        && !Places.of(context).isManagement(End.source(flow))
        && flow.policy().services().stream()
            .allMatch(service -> book.use(service).administration() == null);
  }

  private List<Fix> replace(PolicyService service, List<ServiceMatch> by, String name) {
    String id = service.ref().id();
    return List.of(
        new Fix(
            "Use " + name + " in place of " + service.ref().name() + " in " + flow.name(),
            false,
            elements -> {
              Flow element = element(elements);
              FlowChanges.replaceService(element, service(elements, element, id), by);
            }));
  }

  /** The flow of the design that is changed. */
  Flow element(DesignElements elements) {
    Flow element = elements.get(Flow.class, flow.ref().id());
    if (element.getState() == FlowState.RETIRED) {
      throw new OutdatedFixException("flow " + flow.name() + " is retired already");
    }
    return element;
  }

  private static Service service(DesignElements elements, Flow element, String id) {
    Service service = elements.get(Service.class, id);
    if (!element.getServices().contains(service)) {
      throw new OutdatedFixException(
          "the flow no longer permits " + service.getName() + ", so there is nothing to change");
    }
    return service;
  }
}
