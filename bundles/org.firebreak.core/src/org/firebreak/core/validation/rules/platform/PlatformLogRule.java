package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Logs by flow that a chosen platform does not keep. */
public final class PlatformLogRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-808",
          RuleCategory.PLATFORM,
          "Log that the platform lacks",
          FindingSeverity.INFO,
          "Security groups of AWS and of Azure, the Windows firewall and Kubernetes NetworkPolicy"
              + " do not log by rule: they keep flow logs of whole networks, or a log by profile,"
              + " or none. Flows that ask to be logged are found there among all others, if that"
              + " log is switched on.",
          "Flow jump host → databases asks to be logged, and the platform is AWS. Switch the flow"
              + " logs of its subnet on, and filter them by its addresses.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PlatformUse use : PlatformUse.of(context)) {
      List<ElementRef> flows =
          use.platform().lacks(Platform.Lack.LOG) ? use.flows(PolicyFlow::log) : List.of();
      if (!flows.isEmpty()) {
        findings.add(
            new Finding(
                INFO.id(),
                INFO.severity(),
                flows,
                Words.count(flows.size(), "flow")
                    + (flows.size() == 1 ? " asks for" : " ask for")
                    + " logging, which rules of "
                    + use.platform().title()
                    + " cannot do one by one: "
                    + Words.namesOnce(flows, NAMED),
                "Take the connections from the flow logs of the platform"));
      }
    }
    return findings;
  }
}
