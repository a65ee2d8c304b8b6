package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.PolicyTripwire;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Tripwires that flows silence. */
public final class SilencedTripwireRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-209",
          RuleCategory.RISK,
          "Tripwire that a flow silences",
          FindingSeverity.WARNING,
          "A tripwire raises an alert where no flow permits the service: each flow that permits it"
              + " makes the tripwire silent between its ends. That is a warning for a flow that"
              + " does so without meaning to, because a range of its ports or any protocol holds"
              + " the watched port. Flows that name the watched port itself are meant; those from"
              + " elsewhere than jump hosts and management are listed for information, once for"
              + " each tripwire, as places where an intruder moves without alert. Flows from jump"
              + " hosts and management, and what stays inside a group that talks freely, are not"
              + " reported. If the service is permitted between all servers, FB-210 says so"
              + " instead.",
          "The tripwire remote administration watches ssh (tcp/22), and flow app → db permits"
              + " tcp/1-1024. Permit the ports that are used.");

  private static final int NAMED = 3;

  /** A watched service that a service of a flow permits. */
  private record Hit(PolicyService watched, PolicyService permitted, boolean named) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PolicyTripwire tripwire : context.policy().tripwires()) {
      Map<PolicyService, List<Hit>> watched = watched(tripwire, context);
      List<ActiveFlow> meant = new ArrayList<>();
      Set<String> services = new LinkedHashSet<>();
      for (ActiveFlow flow : context.activeFlows()) {
        List<Hit> hits = hits(flow, watched);
        if (hits.isEmpty() || !isOutside(flow, context)) {
          continue;
        }
        List<Hit> accidental = hits.stream().filter(hit -> !hit.named()).toList();
        if (accidental.isEmpty()) {
          meant.add(flow);
          hits.forEach(hit -> services.add(hit.watched().ref().name()));
        } else {
          findings.add(accidental(flow, tripwire, accidental));
        }
      }
      if (!meant.isEmpty()) {
        findings.add(meant(tripwire, meant, services));
      }
    }
    return findings;
  }

  /** The services of flows that silence a tripwire which is not dead, with what they silence. */
  private static Map<PolicyService, List<Hit>> watched(
      PolicyTripwire tripwire, ValidationContext context) {
    TripwireCover cover = TripwireCover.of(context);
    Map<PolicyService, List<Hit>> hits = new IdentityHashMap<>();
    for (PolicyService watched : tripwire.services()) {
      if (cover.flowsThatPermitAll(watched).isEmpty()) {
        for (PolicyService permitted : cover.services(watched)) {
          hits.computeIfAbsent(permitted, each -> new ArrayList<>())
              .add(new Hit(watched, permitted, isNamed(permitted, watched)));
        }
      }
    }
    return hits;
  }

  private static List<Hit> hits(ActiveFlow flow, Map<PolicyService, List<Hit>> watched) {
    List<Hit> hits = List.of();
    for (PolicyService permitted : flow.policy().services()) {
      List<Hit> more = watched.get(permitted);
      if (more != null) {
        hits = hits.isEmpty() ? new ArrayList<>() : hits;
        hits.addAll(more);
      }
    }
    return hits;
  }

  /** Whether the flow names the watched ports rather than a range that happens to hold them. */
  private static boolean isNamed(PolicyService permitted, PolicyService watched) {
    return watched.match().coversAll(permitted.match())
        || !permitted.match().isAny()
            && permitted.match().ports().ranges().stream()
                .allMatch(
                    range ->
                        range.size() == 1
                            || watched.match().ports().ranges().stream()
                                .noneMatch(
                                    each ->
                                        each.first() <= range.last()
                                            && range.first() <= each.last()
                                            && !(each.first() <= range.first()
                                                && range.last() <= each.last())));
  }

  /** Whether the flow has an effect, between servers and not from where administrators come. */
  private static boolean isOutside(ActiveFlow flow, ValidationContext context) {
    boolean inside =
        flow.policy().source().index() == flow.policy().destination().index()
            && flow.policy().source().from() < flow.policy().source().to()
            && !context.policy().servers().get(flow.policy().source().from()).micro()
            && !flow.policy().source().ref().type().equals("Zone");
    return !inside && !AdministrationSourceRule.isFromManagement(flow, Places.of(context));
  }

  private Finding accidental(ActiveFlow flow, PolicyTripwire tripwire, List<Hit> hits) {
    List<String> permitted =
        hits.stream().map(hit -> hit.permitted().match().toString()).distinct().toList();
    List<String> watched =
        hits.stream()
            .map(hit -> hit.watched().ref().name() + " (" + hit.watched().match() + ")")
            .distinct()
            .toList();
    return finding(
        "Flow "
            + flow.name()
            + " permits "
            + String.join(", ", permitted)
            + " and with it "
            + String.join(", ", watched)
            + ", so that tripwire "
            + tripwire.ref().name()
            + " raises no alert from "
            + servers(End.source(flow))
            + " to "
            + servers(End.destination(flow)),
        "Permit the ports that are used, without those that the tripwire watches",
        flow.ref(),
        tripwire.ref());
  }

  private static String servers(End end) {
    return end.isExternal()
        ? end.name()
        : end.name() + " (" + Words.count(end.policy().to() - end.policy().from(), "server") + ")";
  }

  private Finding meant(PolicyTripwire tripwire, List<ActiveFlow> flows, Set<String> services) {
    List<ElementRef> refs = flows.stream().map(ActiveFlow::ref).toList();
    return finding(
            "Tripwire "
                + tripwire.ref().name()
                + " raises no alert where "
                + Words.count(flows.size(), "flow")
                + (flows.size() == 1 ? " permits " : " permit ")
                + String.join(", ", services)
                + " from elsewhere than management: "
                + Words.list(refs, NAMED),
            "Draw what administers from a jump host; if all are meant, nothing",
            tripwire.ref())
        .withSeverity(FindingSeverity.INFO);
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    String id = finding.elements().get(finding.elements().size() - 1).id();
    Optional<PolicyTripwire> tripwire =
        context.policy().tripwires().stream()
            .filter(each -> each.ref().id().equals(id))
            .findFirst();
    if (tripwire.isEmpty()) {
      return List.of();
    }
    Map<PolicyService, List<Hit>> watched = watched(tripwire.get(), context);
    return finding.elements().size() > 1
        ? FlowFixes.of(finding, context)
            .map(
                fixes ->
                    TripwireNarrowing.of(
                        fixes,
                        hits(fixes.flow(), watched).stream().map(Hit::watched).toList(),
                        context.profile().limit(Threshold.MAX_PORT_RANGE)))
            .orElse(List.of())
        : TripwireFixes.withoutServices(tripwire.get().ref(), permittedElsewhere(context, watched));
  }

  private static List<ElementRef> permittedElsewhere(
      ValidationContext context, Map<PolicyService, List<Hit>> watched) {
    Set<ElementRef> services = new LinkedHashSet<>();
    for (ActiveFlow flow : context.activeFlows()) {
      List<Hit> hits = hits(flow, watched);
      if (!hits.isEmpty() && hits.stream().allMatch(Hit::named) && isOutside(flow, context)) {
        hits.forEach(hit -> services.add(hit.watched().ref()));
      }
    }
    return List.copyOf(services);
  }
}
