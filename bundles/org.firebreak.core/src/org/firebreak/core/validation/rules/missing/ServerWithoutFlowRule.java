package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
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
}
