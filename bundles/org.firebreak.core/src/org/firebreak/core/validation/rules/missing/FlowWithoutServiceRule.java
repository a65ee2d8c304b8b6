package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows that name no service. */
public final class FlowWithoutServiceRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-008",
          RuleCategory.COMPLETENESS,
          "Flow without service",
          FindingSeverity.ERROR,
          "No service means nothing is permitted, not everything: an arrow on the diagram that no"
              + " rule stands for. Flows whose services are all invalid are reported with the"
              + " service.",
          "An arrow was drawn from app to db to remember that they talk. Add the service"
              + " postgresql.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      if (flow.element().getServices().isEmpty()) {
        findings.add(
            finding(
                "Flow " + flow.name() + " names no service, so it permits nothing",
                "Add the services that the client uses",
                flow.ref()));
      }
    }
    return findings;
  }
}
