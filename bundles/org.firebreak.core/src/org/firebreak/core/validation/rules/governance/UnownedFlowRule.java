package org.firebreak.core.validation.rules.governance;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows for which nobody answers, or of which nobody says why. */
public final class UnownedFlowRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-503",
          RuleCategory.GOVERNANCE,
          "Flow without owner or justification",
          FindingSeverity.INFO,
          "An auditor asks of every open port who answers for it and why it is open. A flow that"
              + " nobody owns is never retired.",
          "Flow app → mail has neither. Enter the owner of the application, and what it sends.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      boolean owned = isSet(flow.element().getOwner());
      boolean justified = isSet(flow.element().getJustification());
      if (!owned || !justified) {
        String missing =
            owned ? "no justification" : justified ? "no owner" : "neither owner nor justification";
        findings.add(
            finding(
                "Flow " + flow.name() + " has " + missing,
                "Enter who answers for it, and what it is needed for",
                flow.ref()));
      }
    }
    return findings;
  }

  private static boolean isSet(String text) {
    return text != null && !text.isBlank();
  }
}
