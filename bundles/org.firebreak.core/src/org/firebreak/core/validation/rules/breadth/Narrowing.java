package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ExpectedFlow;
import org.firebreak.core.validation.facts.RetireFlow;
import org.firebreak.core.validation.facts.Words;

/**
 * Fixes that let one flow permit less. What other flows permit already is not permitted twice: it
 * is left out, and if nothing remains, the flow is retired.
 */
final class Narrowing {
  /** More parts than somebody would read are no mend. */
  private static final int MOST_PARTS = 20;

  private static final int NAMED = 3;

  private final ActiveFlow flow;
  private final Permitted permitted;

  Narrowing(ValidationContext context, ActiveFlow flow) {
    this.flow = flow;
    this.permitted = new Permitted(context, flow);
  }

  /** Permits in place of the service of a finding those that the servers are known to offer. */
  static List<Fix> toOffered(Finding finding, ValidationContext context) {
    KnownUse known = KnownUse.in(context);
    Optional<ActiveFlow> flow = known.flow(finding);
    Optional<PolicyService> service = flow.flatMap(each -> KnownUse.service(each, finding));
    if (service.isEmpty()) {
      return List.of();
    }
    List<ServiceMatch> offered =
        known.offeredBy(flow.get().policy().destination(), flow.get()).stream()
            .filter(match -> service.get().match().coversAll(match))
            .toList();
    return new Narrowing(context, flow.get()).toServices(service.get(), offered);
  }

  /** Draws the flow from some ends only. */
  List<Fix> toClients(List<PolicyEndpoint> clients) {
    return ends(clients, true);
  }

  /** Draws the flow to some ends only. */
  List<Fix> toServers(List<PolicyEndpoint> servers) {
    return ends(servers, false);
  }

  private List<Fix> ends(List<PolicyEndpoint> candidates, boolean client) {
    PolicyEndpoint old = client ? flow.policy().source() : flow.policy().destination();
    PolicyEndpoint other = client ? flow.policy().destination() : flow.policy().source();
    List<PolicyEndpoint> parts = withoutInner(candidates);
    parts.removeIf(part -> permitted.isFree(part, other));
    if (parts.isEmpty() || parts.contains(old) || parts.size() > MOST_PARTS) {
      return List.of();
    }
    boolean exact = !old.isExternal() && covered(parts) == old.to() - old.from();
    if (!exact && !(client ? permitted.mayLeaveClients(parts) : permitted.mayLeaveServers(parts))) {
      return List.of();
    }
    List<ActiveFlow> covers = new ArrayList<>();
    List<PolicyEndpoint> missing = new ArrayList<>();
    for (PolicyEndpoint part : parts) {
      List<ActiveFlow> by = client ? covering(part, other) : covering(other, part);
      covers.addAll(by);
      if (by.isEmpty()) {
        missing.add(part);
      }
    }
    if (missing.isEmpty()) {
      return retire(covers);
    }
    List<ElementRef> names = missing.stream().map(PolicyEndpoint::ref).toList();
    return List.of(
        new Fix(
            "Draw " + flow.name() + (client ? " from " : " to ") + Words.list(names, NAMED),
            exact && parts.size() == 1,
            new NarrowEnd(ExpectedFlow.of(flow), client, missing)));
  }

  /** Flows that permit all services between the ends; empty if not all are permitted. */
  private List<ActiveFlow> covering(PolicyEndpoint source, PolicyEndpoint destination) {
    List<ActiveFlow> covers = new ArrayList<>();
    for (PolicyService service : flow.policy().services()) {
      Optional<ActiveFlow> by = permitted.by(source, destination, service.match());
      if (by.isEmpty()) {
        return List.of();
      }
      covers.add(by.get());
    }
    return covers;
  }

  /** The ends in order, without those that lie in another of them. */
  private static List<PolicyEndpoint> withoutInner(List<PolicyEndpoint> ends) {
    Map<Integer, PolicyEndpoint> byIndex = new TreeMap<>();
    ends.forEach(end -> byIndex.put(end.index(), end));
    Collection<PolicyEndpoint> distinct = byIndex.values();
    List<PolicyEndpoint> kept = new ArrayList<>();
    for (PolicyEndpoint end : distinct) {
      boolean inner =
          distinct.stream()
              .anyMatch(
                  outer ->
                      outer.index() < end.index() && Permitted.holds(outer, end)
                          || outer.index() > end.index()
                              && Permitted.holds(outer, end)
                              && !Permitted.holds(end, outer));
      if (!inner) {
        kept.add(end);
      }
    }
    return kept;
  }

  private static int covered(List<PolicyEndpoint> parts) {
    return parts.stream().mapToInt(part -> part.to() - part.from()).sum();
  }

  /** Puts services in place of one. */
  List<Fix> toServices(PolicyService old, List<ServiceMatch> candidates) {
    List<ActiveFlow> covers = new ArrayList<>();
    List<ServiceMatch> missing = new ArrayList<>();
    for (ServiceMatch match : new LinkedHashSet<>(candidates)) {
      boolean own =
          Stream.concat(
                  flow.policy().services().stream()
                      .filter(service -> service != old)
                      .map(PolicyService::match),
                  candidates.stream().filter(other -> !other.equals(match)))
              .anyMatch(other -> other.coversAll(match));
      Optional<ActiveFlow> by =
          own
              ? Optional.empty()
              : permitted.by(flow.policy().source(), flow.policy().destination(), match);
      by.ifPresent(covers::add);
      if (!own && by.isEmpty()) {
        missing.add(match);
      }
    }
    if (candidates.isEmpty() || missing.size() > MOST_PARTS) {
      return List.of();
    }
    if (missing.isEmpty() && flow.policy().services().size() == 1) {
      return retire(covers);
    }
    String label =
        missing.isEmpty()
            ? "Take " + old.match() + " from " + flow.name()
            : "Narrow "
                + flow.name()
                + " to "
                + missing.stream().map(ServiceMatch::toString).collect(Collectors.joining(", "));
    return List.of(
        new Fix(
            label,
            false,
            new NarrowServices(ExpectedFlow.of(flow), List.of(old.ref().id()), missing)));
  }

  /** Takes some of its services away. */
  List<Fix> without(List<PolicyService> services) {
    String what =
        services.stream()
            .map(service -> service.match().toString())
            .collect(Collectors.joining(", "));
    List<String> ids = services.stream().map(service -> service.ref().id()).toList();
    return List.of(
        new Fix(
            "Take " + what + " from " + flow.name(),
            false,
            new NarrowServices(ExpectedFlow.of(flow), ids, List.of())));
  }

  /**
   * Retires the flow, because other flows permit what is needed.
   *
   * @param covers those, which must be there still
   */
  List<Fix> retire(List<ActiveFlow> covers) {
    if (covers.isEmpty()) {
      return List.of();
    }
    List<ElementRef> names = covers.stream().map(ActiveFlow::ref).distinct().toList();
    String permits = names.size() == 1 ? " permits" : " permit";
    return retire("; " + Words.list(names, NAMED) + permits + " what is known", covers);
  }

  /** Retires the flow for a reason, which ends the label of the fix. */
  List<Fix> retire(String reason) {
    return retire(reason, List.of());
  }

  private List<Fix> retire(String reason, List<ActiveFlow> covers) {
    return permitted.mayLeaveClients(List.of()) && permitted.mayLeaveServers(List.of())
        ? List.of(
            new Fix(
                "Retire " + flow.name() + reason,
                false,
                new RetireFlow(
                    ExpectedFlow.of(flow),
                    covers.stream().map(ExpectedFlow::of).distinct().toList())))
        : List.of();
  }
}
