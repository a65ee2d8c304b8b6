package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
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
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.Words;

/** Servers, and whole groups, that no flow concerns. */
public final class ServerWithoutFlowRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-005",
          RuleCategory.COMPLETENESS,
          "Server without any flow",
          FindingSeverity.WARNING,
          "Every server talks to something: name resolution, time, monitoring, backup. A server"
              + " without a flow is cut off when the policy is enforced, or its flows were"
              + " forgotten. Flows of its group, of its zones and of networks that hold its"
              + " address count; flows from or to any address do not, because they name nobody."
              + " If no member of a group has a flow, the group is reported in place of its"
              + " members.",
          "Group batch came with the inventory, but the port matrix has no row for it. Add its"
              + " flows, or remove it from the design.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    BitSet used = usedServers(context);
    List<Finding> findings = new ArrayList<>();
    for (PolicyGroup group : context.policy().groups()) {
      int first = used.nextSetBit(group.from());
      if (first < 0 || first >= group.to()) {
        addUnused(group, findings);
      } else {
        addUnusedMembers(context, group, used, findings);
      }
    }
    return findings;
  }

  private static BitSet usedServers(ValidationContext context) {
    BitSet used = new BitSet(context.servers().size());
    BitSet seen = new BitSet();
    ServerAddresses addresses = context.shared(ServerAddresses.class, ServerAddresses::of);
    for (ActiveFlow flow : context.activeFlows()) {
      for (PolicyEndpoint end : List.of(flow.policy().source(), flow.policy().destination())) {
        if (seen.get(end.index())) {
          continue;
        }
        seen.set(end.index());
        if (!end.isExternal()) {
          used.set(end.from(), end.to());
        } else if (!context.isAnyAddress(end)) {
          used.or(addresses.serversIn(end.network()));
        }
      }
    }
    return used;
  }

  private void addUnused(PolicyGroup group, List<Finding> findings) {
    if (group.size() == 0) {
      return;
    }
    boolean single = group.ref().type().equals("Server");
    findings.add(
        finding(
            single
                ? "Server " + group.ref().name() + " has no flow"
                : "Group "
                    + group.ref().name()
                    + " ("
                    + Words.count(group.size(), "server")
                    + ") has no flow",
            "Add the flows that it needs, or remove it from the design",
            group.ref()));
  }

  private void addUnusedMembers(
      ValidationContext context, PolicyGroup group, BitSet used, List<Finding> findings) {
    for (int i = used.nextClearBit(group.from()); i < group.to(); i = used.nextClearBit(i + 1)) {
      PolicyServer server = context.policy().servers().get(i);
      findings.add(
          finding(
              "Server "
                  + server.ref().name()
                  + " has no flow, though other members of group "
                  + group.ref().name()
                  + " do",
              "Draw the flows to the group in place of single members, or add its own",
              server.ref(),
              group.ref()));
    }
  }

  /** For a member that was left out: the flows that another member has by itself. */
  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    ElementRef server = finding.elements().get(0);
    if (finding.elements().size() == 1 || !server.type().equals("Server")) {
      return List.of();
    }
    String group = finding.elements().get(1).id();
    Map<ElementRef, List<FlowPlan>> byMember = new LinkedHashMap<>();
    for (ActiveFlow flow : context.activeFlows()) {
      PolicyEndpoint source = flow.policy().source();
      PolicyEndpoint destination = flow.policy().destination();
      if (source != destination && isMember(context, source, group)) {
        byMember
            .computeIfAbsent(source.ref(), member -> new ArrayList<>())
            .add(plan(context, flow, server, destination.ref()));
      } else if (source != destination && isMember(context, destination, group)) {
        byMember
            .computeIfAbsent(destination.ref(), member -> new ArrayList<>())
            .add(plan(context, flow, source.ref(), server));
      }
    }
    return byMember.entrySet().stream()
        .limit(1)
        .map(
            member ->
                new Fix(
                    "Propose for "
                        + server.name()
                        + " the "
                        + (member.getValue().size() == 1
                            ? "flow"
                            : Words.count(member.getValue().size(), "flow"))
                        + " that "
                        + member.getKey().name()
                        + " has",
                    false,
                    elements -> FlowPlan.drawAll(member.getValue(), elements)))
        .toList();
  }

  private static boolean isMember(ValidationContext context, PolicyEndpoint end, String group) {
    return end.ref().type().equals("Server")
        && end.parent() >= 0
        && context.policy().endpoints().get(end.parent()).ref().id().equals(group);
  }

  private static FlowPlan plan(
      ValidationContext context, ActiveFlow flow, ElementRef source, ElementRef destination) {
    return new FlowPlan(
        source.id(),
        destination.id(),
        flow.policy().services().stream().map(PolicyService::match).distinct().toList(),
        flow.ref().id(),
        "As " + flow.name() + ", for another member of the same group",
        context.policy().evaluationDate());
  }
}
