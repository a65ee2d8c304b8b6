package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.core.validation.facts.ServiceOverlap;

/** Pairs of flows that permit the same service in both directions. */
public final class BothDirectionsRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-110",
          RuleCategory.BREADTH,
          "Same service in both directions",
          FindingSeverity.WARNING,
          "A flow says who opens connections. Replies need no flow of their own: a stateful"
              + " firewall permits them by itself. A second flow back with the same service usually"
              + " stands there for the replies, and opens the service at a client that does not"
              + " offer it. It is a warning where one side alone is known to be the server (other"
              + " flows name it, or its role or name does), and information where nothing is known."
              + " What peers open from both sides is not found: servers that both offer the"
              + " service, such as two databases that replicate; members of one group; clusters,"
              + " storage, messaging, mail, directories, time, name resolution, voice, routing,"
              + " protocols without ports.",
          "Flows app → db and db → app both permit tcp/5432. Retire the latter: db answers, but"
              + " never asks app.");

  private static final Set<String> AMONG_PEERS =
      Set.of(
          "cluster",
          "storage",
          "messaging",
          "mail",
          "directory",
          "time",
          "name-resolution",
          "voice",
          "network",
          "virtualisation");

  private static final List<PolicyService> NONE = List.of();

  private record Term(int source, int destination, ServiceMatch match) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Map<Term, ActiveFlow> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      int source = flow.policy().source().index();
      int destination = flow.policy().destination().index();
      Map<Integer, ActiveFlow> back = new LinkedHashMap<>();
      for (PolicyService service : isAmongPeers(flow.policy()) ? NONE : flow.policy().services()) {
        if (isDirected(service, context)) {
          first.putIfAbsent(new Term(source, destination, service.match()), flow);
          ActiveFlow other = first.get(new Term(destination, source, service.match()));
          if (other != null) {
            back.put(other.policy().index(), other);
          }
        }
      }
      back.values().forEach(other -> of(other, flow, context).ifPresent(findings::add));
    }
    return findings;
  }

  private static boolean isAmongPeers(PolicyFlow flow) {
    PolicyEndpoint source = flow.source();
    PolicyEndpoint destination = flow.destination();
    return source.index() == destination.index()
        || source.ref().type().equals("Server")
            && destination.ref().type().equals("Server")
            && source.parent() >= 0
            && source.parent() == destination.parent();
  }

  /** Whether clients open connections of the service, and servers do not. */
  private static boolean isDirected(PolicyService service, ValidationContext context) {
    int widest = context.profile().limit(Threshold.MAX_PORT_RANGE);
    return ServiceOverlap.hasPorts(service.match())
        && ServiceOverlap.isSpecific(service.match(), widest)
        && !AMONG_PEERS.contains(
            context.shared(ServiceKinds.class, ServiceKinds::of).category(service));
  }

  private static List<PolicyService> common(
      ActiveFlow flow, ActiveFlow other, ValidationContext context) {
    return flow.policy().services().stream()
        .filter(service -> isDirected(service, context) && permits(other, service.match()))
        .toList();
  }

  private static boolean permits(ActiveFlow flow, ServiceMatch match) {
    return flow.policy().services().stream().anyMatch(service -> service.match().equals(match));
  }

  /** Whether the server end of a flow is known to offer a service, apart from the pair. */
  private static boolean serves(
      ActiveFlow flow, List<PolicyService> services, ValidationContext context) {
    PolicyEndpoint server = flow.policy().destination();
    int client = flow.policy().source().index();
    ServiceWords words = ServiceWords.in(context);
    String role = GroupEnds.in(context).role(server).orElse("");
    return services.stream()
        .anyMatch(
            service ->
                words.says(server.ref().name(), service)
                    || words.says(role, service)
                    || KnownUse.in(context).offersAt(server).stream()
                        .anyMatch(
                            use ->
                                use.match().equals(service.match())
                                    && use.flow().policy().source().index() != client));
  }

  private Optional<Finding> of(ActiveFlow earlier, ActiveFlow later, ValidationContext context) {
    List<PolicyService> services = common(later, earlier, context);
    boolean there = serves(earlier, services, context);
    boolean here = serves(later, services, context);
    return here && there
        ? Optional.empty()
        : Optional.of(of(earlier, later, services, here, there));
  }

  private Finding of(
      ActiveFlow earlier,
      ActiveFlow later,
      List<PolicyService> services,
      boolean here,
      boolean there) {
    ActiveFlow request = here && !there ? later : earlier;
    ActiveFlow reply = here && !there ? earlier : later;
    String what =
        services.stream()
            .map(service -> service.match().toString())
            .distinct()
            .collect(Collectors.joining(", "));
    Finding finding =
        finding(
            "Flow "
                + reply.name()
                + " permits "
                + what
                + " just as "
                + request.name()
                + " does the other way"
                + (here == there
                    ? ""
                    : "; " + request.policy().destination().ref().name() + " is the server"),
            "Keep the direction in which connections are opened; replies need no flow",
            reply.ref(),
            request.ref());
    return here == there ? finding.withSeverity(FindingSeverity.INFO) : finding;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    KnownUse known = KnownUse.in(context);
    Optional<ActiveFlow> reply = known.flow(finding.elements().get(0));
    Optional<ActiveFlow> request = known.flow(finding.elements().get(1));
    List<Fix> fixes = new ArrayList<>();
    if (reply.isPresent() && request.isPresent()) {
      fixes.addAll(without(reply.get(), request.get(), context));
      List<PolicyService> services = common(reply.get(), request.get(), context);
      if (!serves(request.get(), services, context)) {
        fixes.addAll(without(request.get(), reply.get(), context));
      }
    }
    return fixes;
  }

  private static List<Fix> without(ActiveFlow gone, ActiveFlow kept, ValidationContext context) {
    List<PolicyService> services = common(gone, kept, context);
    Narrowing narrowing = new Narrowing(context, gone);
    return services.size() < gone.policy().services().size()
        ? narrowing.without(services)
        : narrowing.retire("; " + kept.name() + " permits the replies");
  }
}
