package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.GroupRoles;
import org.firebreak.core.validation.facts.GroupRun;
import org.firebreak.core.validation.facts.Role;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.ServiceKinds;

/** Groups that others should use, by their role, and nobody does. */
public final class UnusedGroupRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-014",
          RuleCategory.COMPLETENESS,
          "Group that nobody uses",
          FindingSeverity.WARNING,
          "The role of the group says that it serves others: a database, a cache, a message broker,"
              + " a directory, a name, time or file server. But no flow leads to it from another"
              + " group or network, administration, monitoring and backup left aside. Either the"
              + " flow of its clients was forgotten, and they lose it once the policy is enforced;"
              + " or it is no longer needed, and is only more to attack. The role is that of the"
              + " group, the label 'role' of the group or of its servers, or a usual word as its"
              + " name. Groups without any flow are reported by FB-005.",
          "The group cache sends its logs and is administered from jump, but no flow of app leads"
              + " to it. Draw app → cache tcp/6379, or shut it down.");

  private static final Set<String> OPERATION = Set.of("administration", "monitoring", "backup");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    GroupRoles roles = context.shared(GroupRoles.class, GroupRoles::of);
    BitSet used = new BitSet();
    BitSet concerned = new BitSet();
    BitSet networks = new BitSet();
    for (ActiveFlow flow : context.activeFlows()) {
      mark(context, flow.policy(), used, concerned, networks);
    }
    networks.stream()
        .mapToObj(context.policy().endpoints()::get)
        .forEach(network -> markAddresses(context, network, used));
    List<Finding> findings = new ArrayList<>();
    for (PolicyGroup group : context.policy().groups()) {
      if (concerned.get(group.index()) && !used.get(group.index())) {
        roles.role(group).filter(Role::serves).ifPresent(role -> findings.add(of(group, role)));
      }
    }
    return findings;
  }

  private static void mark(
      ValidationContext context, PolicyFlow flow, BitSet used, BitSet concerned, BitSet networks) {
    GroupRun clients = GroupRun.of(context.policy(), flow.source());
    GroupRun servers = GroupRun.of(context.policy(), flow.destination());
    concerned.set(clients.from(), clients.to());
    concerned.set(servers.from(), servers.to());
    boolean within = servers.isSingle() && servers.equals(clients);
    if (within || !isUse(context.shared(ServiceKinds.class, ServiceKinds::of), flow)) {
      return;
    }
    if (flow.destination().isExternal()) {
      networks.set(flow.destination().index());
    } else {
      used.set(servers.from(), servers.to());
    }
  }

  private static void markAddresses(
      ValidationContext context, PolicyEndpoint network, BitSet used) {
    if (context.isAnyAddress(network)) {
      used.set(0, context.policy().groups().size());
    } else {
      context
          .shared(ServerAddresses.class, ServerAddresses::of)
          .serversIn(network.network())
          .stream()
          .map(index -> context.policy().servers().get(index).group())
          .forEach(used::set);
    }
  }

  /** A flow without a valid service says nothing of what it is for. */
  private static boolean isUse(ServiceKinds kinds, PolicyFlow flow) {
    for (PolicyService service : flow.services()) {
      if (!OPERATION.contains(kinds.category(service))) {
        return true;
      }
    }
    return flow.services().isEmpty();
  }

  private Finding of(PolicyGroup group, Role role) {
    return finding(
        (group.ref().type().equals("Server") ? "Server " : "Group ")
            + group.ref().name()
            + " is a "
            + role.word()
            + ", but no flow leads to it that uses it",
        "Draw the flows of its clients, or remove it from the design",
        group.ref());
  }
}
