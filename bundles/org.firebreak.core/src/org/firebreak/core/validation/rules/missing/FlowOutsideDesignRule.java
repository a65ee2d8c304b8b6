package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.ServerAddresses;

/** Flows between two networks of which neither holds a server of the design. */
public final class FlowOutsideDesignRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-012",
          RuleCategory.COMPLETENESS,
          "Flow outside the design",
          FindingSeverity.WARNING,
          "Both ends are external networks, and neither holds an address of a server. What has no"
              + " end in the design is out of scope: no exported rule stands for the flow.",
          "A port matrix lists the mail that the offices send to the provider. Leave the row out,"
              + " or add the mail relay to the inventory.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    ServerAddresses addresses = context.shared(ServerAddresses.class, ServerAddresses::of);
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      PolicyFlow policy = flow.policy();
      if (isOutside(policy.source(), addresses) && isOutside(policy.destination(), addresses)) {
        findings.add(
            finding(
                "Flow " + flow.name() + " has no end in the design, so no rule stands for it",
                "Add the servers concerned to the inventory, or remove the flow",
                flow.ref()));
      }
    }
    return findings;
  }

  private static boolean isOutside(PolicyEndpoint end, ServerAddresses addresses) {
    return end.isExternal() && !end.network().isEmpty() && !addresses.anyIn(end.network());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return RetireFix.of(finding);
  }
}
