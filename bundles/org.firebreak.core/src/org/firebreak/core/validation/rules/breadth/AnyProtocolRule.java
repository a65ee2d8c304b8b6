package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows that permit every protocol. */
public final class AnyProtocolRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-103",
          RuleCategory.BREADTH,
          "Flow with any protocol",
          FindingSeverity.WARNING,
          "Any protocol means every port of every protocol: remote administration, tunnels and"
              + " whatever will be installed one day. No tripwire can watch what a flow permits."
              + " The fix permits the services that the servers are known to offer by other flows.",
          "Flow app → cache permits any. The cache is Redis: permit tcp/6379.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      for (PolicyService service : flow.policy().services()) {
        if (service.match().isAny()) {
          findings.add(
              finding(
                  "Flow " + flow.name() + " permits every protocol and port",
                  "Name the services that the client uses",
                  flow.ref(),
                  service.ref()));
        }
      }
    }
    return findings;
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return Narrowing.toOffered(finding, context);
  }
}
