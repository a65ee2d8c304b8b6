package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.Words;

/** External networks that hold addresses of servers of the design. */
public final class ExternalNetworkOverlapRule implements ValidationRule {
  private static final int NAMED = 5;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-203",
          RuleCategory.IDENTITY,
          "External network holds servers",
          FindingSeverity.WARNING,
          "An external network covers exactly the addresses of its CIDRs, those of servers"
              + " included. A flow from or to it therefore also concerns these servers, which the"
              + " diagram does not show. Networks of any address are left to the rule on flows"
              + " from or to any address.",
          "The network Offices is written as 10.0.0.0/8, and the servers have addresses from"
              + " 10.20.0.0/16. Name the networks of the offices.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PolicyEndpoint network : context.policy().endpoints()) {
      if (network.isExternal() && !context.isAnyAddress(network)) {
        BitSet inside =
            context.shared(ServerAddresses.class, ServerAddresses::of).serversIn(network.network());
        if (!inside.isEmpty()) {
          findings.add(of(context, network.ref(), inside));
        }
      }
    }
    return findings;
  }

  private Finding of(ValidationContext context, ElementRef network, BitSet inside) {
    List<ElementRef> servers =
        inside.stream().mapToObj(i -> context.policy().servers().get(i).ref()).toList();
    List<ElementRef> elements = new ArrayList<>();
    elements.add(network);
    elements.addAll(servers.subList(0, Math.min(NAMED, servers.size())));
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        "External network "
            + network.name()
            + " holds "
            + Words.count(servers.size(), "server")
            + " of the design: "
            + Words.list(servers, NAMED),
        "Narrow its CIDRs to what lies outside the design");
  }
}
