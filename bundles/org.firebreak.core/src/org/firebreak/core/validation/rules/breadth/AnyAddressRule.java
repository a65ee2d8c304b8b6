package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows of which an end is any address. */
public final class AnyAddressRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-101",
          RuleCategory.BREADTH,
          "Flow from or to any address",
          FindingSeverity.WARNING,
          "An end that covers every IPv4 or every IPv6 address also covers every server of the"
              + " design, so an intruder on any of them may use the flow. It is an error if both"
              + " ends are any address, because nothing is segmented then; and information only if"
              + " the clients are any address and all servers are internet-facing, because that is"
              + " what internet-facing means. The other rules on breadth are silent on such a flow:"
              + " they would say the same in other words. The fixes draw the flow from or to those"
              + " whom other flows name for the service; and what management reaches everywhere,"
              + " such as monitoring, or everybody there, such as name resolution, from or to every"
              + " group.",
          "Flow * → db permits tcp/5432. Draw it from the group app, which is what uses the"
              + " database.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      boolean from = context.isAnyAddress(flow.policy().source());
      boolean to = context.isAnyAddress(flow.policy().destination());
      if (from && to) {
        findings.add(anyToAny(flow));
      } else if (from) {
        Finding finding = fromAny(flow);
        findings.add(isMeant(flow, context) ? finding.withSeverity(FindingSeverity.INFO) : finding);
      } else if (to) {
        findings.add(toAny(flow));
      }
    }
    return findings;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return KnownUse.in(context)
        .flow(finding)
        .filter(flow -> !isMeant(flow, context))
        .map(flow -> AnyAddressFixes.of(flow, context))
        .orElse(List.of());
  }

  /** Whether any address reaches internet-facing servers, which is what they are for. */
  private static boolean isMeant(ActiveFlow flow, ValidationContext context) {
    PolicyEndpoint servers = flow.policy().destination();
    return context.isAnyAddress(flow.policy().source())
        && !servers.isExternal()
        && InternetFacing.in(context).allIn(servers);
  }

  private Finding anyToAny(ActiveFlow flow) {
    return finding(
            "Flow " + flow.name() + " permits its services from any address to any address",
            "Name the groups that use the services, and those that offer them",
            flow.ref(),
            flow.policy().source().ref(),
            flow.policy().destination().ref())
        .withSeverity(FindingSeverity.ERROR);
  }

  private Finding fromAny(ActiveFlow flow) {
    return finding(
        "Flow "
            + flow.name()
            + " lets any address, every server of the design included, reach "
            + flow.policy().destination().ref().name(),
        "Draw it from the groups or networks that use it",
        flow.ref(),
        flow.policy().source().ref());
  }

  private Finding toAny(ActiveFlow flow) {
    return finding(
        "Flow "
            + flow.name()
            + " lets "
            + flow.policy().source().ref().name()
            + " reach any address, every server of the design included",
        "Draw it to the groups or networks that offer the service, or to a proxy",
        flow.ref(),
        flow.policy().destination().ref());
  }
}
