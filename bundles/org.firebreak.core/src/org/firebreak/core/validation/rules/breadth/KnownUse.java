package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ServiceOverlap;

/**
 * What groups and servers are known to offer and to use: by the flows that name them, with services
 * that say what is meant. Flows of whole zones, any protocol, any port and too wide ranges are no
 * evidence.
 */
final class KnownUse {
  /**
   * An end that takes part in a service.
   *
   * @param flow which flow says so
   */
  record Use(ActiveFlow flow, PolicyEndpoint end, ServiceMatch match) {}

  private static final Comparator<Use> BY_SERVERS =
      Comparator.comparingInt((Use use) -> use.end().from())
          .thenComparing(use -> use.end().to(), Comparator.reverseOrder())
          .thenComparingInt(use -> use.flow().policy().index());

  private final Map<String, ActiveFlow> flows = new HashMap<>();
  private final Map<Integer, List<Use>> atEnd = new HashMap<>();
  private final Map<ServiceMatch, List<Use>> offersBy;
  private final Map<ServiceMatch, List<Use>> usesBy;
  private final Map<ServiceMatch, List<Use>> offersOf = new HashMap<>();
  private final Map<ServiceMatch, List<Use>> usesOf = new HashMap<>();
  private final List<Use> offers = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();

  private KnownUse(ValidationContext context) {
    int widest = context.profile().limit(Threshold.MAX_PORT_RANGE);
    for (ActiveFlow flow : context.activeFlows()) {
      flows.put(flow.ref().id(), flow);
      for (PolicyService service : flow.policy().services()) {
        if (ServiceOverlap.isSpecific(service.match(), widest)
            && RangeBeyondServiceRule.beyond(service, widest).isEmpty()) {
          add(offers, flow, flow.policy().destination(), service.match());
          add(uses, flow, flow.policy().source(), service.match());
        }
      }
    }
    offers.forEach(
        use -> atEnd.computeIfAbsent(use.end().index(), end -> new ArrayList<>()).add(use));
    offersBy = offers.stream().collect(Collectors.groupingBy(Use::match));
    usesBy = uses.stream().collect(Collectors.groupingBy(Use::match));
  }

  static KnownUse in(ValidationContext context) {
    return context.shared(KnownUse.class, KnownUse::new);
  }

  private static void add(List<Use> to, ActiveFlow flow, PolicyEndpoint end, ServiceMatch match) {
    if (!end.ref().type().equals("Zone") && (end.isExternal() || end.from() < end.to())) {
      to.add(new Use(flow, end, match));
    }
  }

  /** The flow that a finding of this family speaks of. */
  Optional<ActiveFlow> flow(Finding finding) {
    return flow(finding.elements().get(0));
  }

  Optional<ActiveFlow> flow(ElementRef ref) {
    return Optional.ofNullable(flows.get(ref.id()));
  }

  /** What flows to exactly this end say that it offers. */
  List<Use> offersAt(PolicyEndpoint end) {
    return atEnd.getOrDefault(end.index(), List.of());
  }

  /** The service of a flow that a finding of this family speaks of. */
  static Optional<PolicyService> service(ActiveFlow flow, Finding finding) {
    return flow.policy().services().stream()
        .filter(service -> finding.elements().contains(service.ref()))
        .findFirst();
  }

  /** Services that the servers of an end are known to offer, by other flows; each once. */
  List<ServiceMatch> offeredBy(PolicyEndpoint end, ActiveFlow except) {
    Set<ServiceMatch> offered = new LinkedHashSet<>();
    for (Use use : offers) {
      boolean there =
          end.isExternal() || use.end().isExternal()
              ? use.end().index() == end.index()
              : isInside(use.end(), end) || isInside(end, use.end());
      if (there && use.flow() != except) {
        offered.add(use.match());
      }
    }
    return List.copyOf(offered);
  }

  /** Groups and servers among those of an end that are known to offer a service, in order. */
  List<Use> serversOf(PolicyEndpoint end, ServiceMatch service, ActiveFlow except) {
    return inside(false, end.from(), end.to(), service, except);
  }

  /** Groups and servers among those of an end that are known to use a service, in order. */
  List<Use> clientsOf(PolicyEndpoint end, ServiceMatch service, ActiveFlow except) {
    return inside(true, end.from(), end.to(), service, except);
  }

  /**
   * Groups and servers in a run of servers that are known to take part in a service, in order.
   *
   * @param client whether they use it; else they offer it
   */
  List<Use> inside(boolean client, int from, int to, ServiceMatch service, ActiveFlow except) {
    List<Use> sorted = concerning(client, service);
    List<Use> found = new ArrayList<>();
    for (int i = firstFrom(sorted, from);
        i < sorted.size() && sorted.get(i).end().from() < to;
        i++) {
      Use use = sorted.get(i);
      if (!use.end().isExternal() && use.end().to() <= to && use.flow() != except) {
        found.add(use);
      }
    }
    return found;
  }

  /** External networks that take part in services, as clients or as servers. */
  Stream<Use> external(boolean client) {
    return (client ? uses : offers).stream().filter(use -> use.end().isExternal());
  }

  /**
   * Everybody who is known to take part in a service, in order.
   *
   * @param client whether they use it; else they offer it
   */
  Iterable<Use> all(boolean client, ServiceMatch service, ActiveFlow except) {
    List<Use> concerning = concerning(client, service);
    return () -> concerning.stream().filter(use -> use.flow() != except).iterator();
  }

  private List<Use> concerning(boolean client, ServiceMatch service) {
    return (client ? usesOf : offersOf)
        .computeIfAbsent(service, match -> meeting(client ? usesBy : offersBy, match));
  }

  private static List<Use> meeting(Map<ServiceMatch, List<Use>> by, ServiceMatch service) {
    List<Use> found = new ArrayList<>();
    by.forEach(
        (match, uses) -> {
          if (ServiceOverlap.meet(match, service)) {
            found.addAll(uses);
          }
        });
    found.sort(BY_SERVERS);
    return found;
  }

  private static int firstFrom(List<Use> sorted, int server) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (sorted.get(middle).end().from() < server) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isInside(PolicyEndpoint inner, PolicyEndpoint outer) {
    return !inner.isExternal()
        && !outer.isExternal()
        && outer.from() <= inner.from()
        && inner.to() <= outer.to()
        && inner.from() < inner.to();
  }
}
