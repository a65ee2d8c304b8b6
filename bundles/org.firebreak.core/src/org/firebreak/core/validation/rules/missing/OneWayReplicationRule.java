package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.GroupRoles;
import org.firebreak.core.validation.facts.GroupRun;
import org.firebreak.core.validation.facts.Role;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.core.validation.facts.ServiceOverlap;

/** Replication that is permitted in one direction only. */
public final class OneWayReplicationRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-019",
          RuleCategory.COMPLETENESS,
          "Replication in one direction only",
          FindingSeverity.INFO,
          "A database connects to another one with a database or cluster service, and may not be"
              + " connected to in return. After a failover the standby is the primary, and the old"
              + " primary has to follow it: then the firewall drops the replication, in the very"
              + " night in which nobody wants to order a rule. Both ends are databases by their"
              + " role. Right for a copy that never takes over, such as one for reports: accept"
              + " the finding then. Members of a group that is not microsegmented need no flow, and"
              + " are not reported.",
          "Flow db-south → db-north tcp/5432 carries the replication to the south. Draw db-north →"
              + " db-south tcp/5432 too, so that it can be turned round.");

  private static final Set<String> REPLICATING = Set.of("database", "cluster");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<ActiveFlow> between = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      if (isBetweenDatabases(context, flow.policy())
          && !replicating(context, flow.policy()).isEmpty()) {
        between.add(flow);
      }
    }
    Map<Integer, List<PolicyFlow>> byClients = new HashMap<>();
    for (ActiveFlow flow : between) {
      byClients
          .computeIfAbsent(group(context, flow.policy().source()), key -> new ArrayList<>())
          .add(flow.policy());
    }
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : between) {
      List<PolicyFlow> fromThere =
          byClients.getOrDefault(group(context, flow.policy().destination()), List.of());
      if (fromThere.stream().noneMatch(back -> leadsBack(context, back, flow.policy()))) {
        findings.add(of(flow, replicating(context, flow.policy())));
      }
    }
    return findings;
  }

  private static int group(ValidationContext context, PolicyEndpoint end) {
    return context.policy().servers().get(end.from()).group();
  }

  /** Whether a flow leads back by one of the services, if only between some of the servers. */
  private static boolean leadsBack(ValidationContext context, PolicyFlow back, PolicyFlow flow) {
    return overlap(back.source(), flow.destination())
        && overlap(back.destination(), flow.source())
        && back.services().stream()
            .anyMatch(
                service ->
                    replicating(context, flow).stream()
                        .anyMatch(one -> ServiceOverlap.meet(one.match(), service.match())));
  }

  private static boolean overlap(PolicyEndpoint one, PolicyEndpoint other) {
    return one.from() < other.to() && other.from() < one.to();
  }

  private static List<PolicyService> replicating(ValidationContext context, PolicyFlow flow) {
    ServiceKinds kinds = context.shared(ServiceKinds.class, ServiceKinds::of);
    return flow.services().stream()
        .filter(service -> REPLICATING.contains(kinds.category(service)))
        .toList();
  }

  private static boolean isBetweenDatabases(ValidationContext context, PolicyFlow flow) {
    CompiledPolicy policy = context.policy();
    GroupRun clients = GroupRun.of(policy, flow.source());
    GroupRun servers = GroupRun.of(policy, flow.destination());
    if (!clients.isSingle() || !servers.isSingle() || flow.source() == flow.destination()) {
      return false;
    }
    PolicyGroup one = policy.groups().get(clients.from());
    PolicyGroup other = policy.groups().get(servers.from());
    GroupRoles roles = context.shared(GroupRoles.class, GroupRoles::of);
    return roles.is(one, Role.DATABASE)
        && roles.is(other, Role.DATABASE)
        && (one != other || isMicro(policy, flow.source()) || isMicro(policy, flow.destination()));
  }

  private static boolean isMicro(CompiledPolicy policy, PolicyEndpoint end) {
    return policy.servers().subList(end.from(), end.to()).stream().anyMatch(PolicyServer::micro);
  }

  private Finding of(ActiveFlow flow, List<PolicyService> services) {
    return finding(
        "Flow "
            + flow.name()
            + " lets one database follow the other by "
            + services.get(0).match()
            + ", and nothing leads back",
        "Draw the flow back too, so that the replication can be turned round after a failover",
        flow.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return context.activeFlows().stream()
        .filter(flow -> flow.ref().equals(finding.elements().get(0)))
        .map(flow -> fix(flow, context))
        .toList();
  }

  private static Fix fix(ActiveFlow flow, ValidationContext context) {
    PolicyFlow policy = flow.policy();
    FlowPlan plan =
        new FlowPlan(
            policy.destination().ref().id(),
            policy.source().ref().id(),
            replicating(context, policy).stream().map(PolicyService::match).distinct().toList(),
            policy.ref().id(),
            "After a failover the replication runs the other way",
            context.policy().evaluationDate());
    return new Fix(
        "Propose the flow back, "
            + policy.destination().ref().name()
            + " → "
            + policy.source().ref().name(),
        false,
        elements -> FlowPlan.drawAll(List.of(plan), elements));
  }
}
