package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.firebreak.core.validation.facts.FlowWords;
import org.firebreak.model.TrustLevel;

/** Flows that reach a large share of all servers. */
public final class ReachRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-111",
          RuleCategory.BREADTH,
          "Flow that reaches most servers",
          FindingSeverity.WARNING,
          "Whoever breaks into a client of such a flow can try its service on most of the data"
              + " centre: one weakness of the service, and nothing contains it. Found are flows to"
              + " a group or an external network that covers more than half of all servers of the"
              + " design, at least twenty (both are parameters). From a management zone, where"
              + " monitoring and administration reach everybody, it is information. Flows to any"
              + " address (FB-101), to a whole zone (FB-102) and to a sparse network (FB-107) are"
              + " reported there alone.",
          "Flow reporting → corporate net (10.0.0.0/16) permits tcp/445 to 180 of 200 servers. Draw"
              + " it to the file servers.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    int all = context.servers().size();
    long share = context.profile().limit(Threshold.MAX_REACH);
    int least = context.profile().limit(Threshold.MIN_REACHABLE);
    List<Finding> findings = new ArrayList<>();
    Map<Integer, Integer> reached = new HashMap<>();
    for (ActiveFlow flow : all < least ? List.<ActiveFlow>of() : context.activeFlows()) {
      PolicyEndpoint end = flow.policy().destination();
      int reach = reached.computeIfAbsent(end.index(), any -> reach(end, context));
      if (reach >= least && reach * 100L > share * all && !isElsewhere(flow, context)) {
        findings.add(of(flow, reach, all, context));
      }
    }
    return findings;
  }

  /** How many servers an end has; any address is another rule. */
  private static int reach(PolicyEndpoint end, ValidationContext context) {
    if (!end.isExternal()) {
      return end.to() - end.from();
    }
    return context.isAnyAddress(end) ? 0 : SparseNetworks.in(context).servers(end).cardinality();
  }

  private static boolean isElsewhere(ActiveFlow flow, ValidationContext context) {
    return flow.policy().destination().ref().type().equals("Zone")
        || context.isAnyAddress(flow.policy().source())
        || flow.policy().services().isEmpty()
        || SparseNetworks.in(context).of(flow, false).isPresent();
  }

  private Finding of(ActiveFlow flow, int reach, int all, ValidationContext context) {
    Optional<TrustLevel> client = Tiers.in(context).trust(flow.element().getSource());
    Finding finding =
        finding(
            "Flow "
                + flow.name()
                + " ("
                + FlowWords.services(flow)
                + ") reaches "
                + reach
                + " of all "
                + all
                + " servers",
            "Draw it to the groups that offer the service",
            flow.ref(),
            flow.policy().destination().ref());
    return client.equals(Optional.of(TrustLevel.MANAGEMENT))
        ? finding.withSeverity(FindingSeverity.INFO)
        : finding;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return KnownUse.in(context)
        .flow(finding)
        .map(flow -> new Narrowing(context, flow).toServers(offering(flow, context)))
        .orElse(List.of());
  }

  /** Those reached that are known to offer a service of the flow. */
  private static List<PolicyEndpoint> offering(ActiveFlow flow, ValidationContext context) {
    PolicyEndpoint end = flow.policy().destination();
    BitSet servers = new BitSet();
    if (end.isExternal()) {
      servers.or(SparseNetworks.in(context).servers(end));
    } else {
      servers.set(end.from(), end.to());
    }
    List<PolicyEndpoint> ends = new ArrayList<>();
    for (PolicyService service : flow.policy().services()) {
      for (int from = servers.nextSetBit(0); from >= 0; ) {
        int to = servers.nextClearBit(from);
        KnownUse.in(context)
            .inside(false, from, to, service.match(), flow)
            .forEach(use -> ends.add(use.end()));
        from = servers.nextSetBit(to);
      }
    }
    return ends;
  }
}
