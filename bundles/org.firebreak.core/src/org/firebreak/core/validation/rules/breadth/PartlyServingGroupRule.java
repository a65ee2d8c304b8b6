package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.ServiceOverlap;
import org.firebreak.core.validation.facts.Words;

/** Flows to a group of which only few members serve. */
public final class PartlyServingGroupRule implements ValidationRule {
  private static final int NAMED = 5;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-108",
          RuleCategory.BREADTH,
          "Group of which few members serve",
          FindingSeverity.WARNING,
          "A flow to a group opens its services on all members. If only some of them serve, the"
              + " others accept connections that nobody needs, and the group is not a group of like"
              + " servers. Found is a group of which less than half (the limit is a parameter)"
              + " serve a service, where the design itself says so: all members carry a label"
              + " (role, function, service, component, tier), or names, of which only some name the"
              + " service; or, as information only, at least two other clients are let to single"
              + " members for the same service and none to the others. Services that every server"
              + " offers, such as administration and monitoring, do not count in the latter case.",
          "Group backend holds db1, app1, app2 and app3, and flow web → backend permits tcp/5432."
              + " Draw it to db1, or make a group of the databases.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      PolicyEndpoint group = flow.policy().destination();
      for (PolicyService service : flow.policy().services()) {
        few(flow, service, context)
            .ifPresent(serving -> findings.add(of(flow, group, service, serving, context)));
      }
    }
    return findings;
  }

  private static Optional<ServingMembers> few(
      ActiveFlow flow, PolicyService service, ValidationContext context) {
    PolicyEndpoint group = flow.policy().destination();
    int size = group.to() - group.from();
    int limit = context.profile().limit(Threshold.MIN_MEMBER_USE);
    int widest = context.profile().limit(Threshold.MAX_PORT_RANGE);
    if (!group.ref().type().equals("ServerGroup")
        || size < 2
        || context.isAnyAddress(flow.policy().source())
        || !ServiceOverlap.isSpecific(service.match(), widest)) {
      return Optional.empty();
    }
    return ServingMembers.of(context, group, service, flow)
        .filter(found -> found.members().cardinality() * 100L < (long) limit * size);
  }

  private Finding of(
      ActiveFlow flow,
      PolicyEndpoint group,
      PolicyService service,
      ServingMembers serving,
      ValidationContext context) {
    List<ElementRef> servers = serving.ends(context).stream().map(PolicyEndpoint::ref).toList();
    Finding finding =
        finding(
            "Flow "
                + flow.name()
                + " permits "
                + service.match()
                + " to all "
                + Words.count(group.to() - group.from(), "member")
                + " of "
                + group.ref().name()
                + ", of which only "
                + Words.list(servers, NAMED)
                + (servers.size() == 1 ? " serves it, " : " serve it, ")
                + serving.evidence(),
            "Draw it to those that serve, or make groups of like servers",
            flow.ref(),
            group.ref(),
            service.ref());
    return serving.told() ? finding : finding.withSeverity(FindingSeverity.INFO);
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return KnownUse.in(context)
        .flow(finding)
        .filter(flow -> flow.policy().services().size() == 1)
        .flatMap(
            flow ->
                ServingMembers.of(
                        context, flow.policy().destination(), flow.policy().services().get(0), flow)
                    .map(serving -> new Narrowing(context, flow).toServers(serving.ends(context))))
        .orElse(List.of());
  }
}
