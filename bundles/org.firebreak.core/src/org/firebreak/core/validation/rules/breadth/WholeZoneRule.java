package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Zone;

/** Flows of which an end is a whole zone. */
public final class WholeZoneRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-102",
          RuleCategory.BREADTH,
          "Flow from or to a whole zone",
          FindingSeverity.WARNING,
          "A zone holds servers of many roles, and of those to come. A flow to a zone opens the"
              + " service on all of them, also where nobody offers it; a flow from a zone trusts"
              + " all of them. That undoes the segmentation inside the zone.",
          "Flow app → Data zone permits tcp/5432, but only the group db runs the database. Draw it"
              + " to db.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      check(flow, flow.element().getSource(), flow.policy().source(), "client", findings);
      check(flow, flow.element().getDestination(), flow.policy().destination(), "server", findings);
    }
    return findings;
  }

  private void check(
      ActiveFlow flow, Endpoint element, PolicyEndpoint end, String side, List<Finding> findings) {
    if (element instanceof Zone) {
      findings.add(
          finding(
              "The "
                  + side
                  + " end of flow "
                  + flow.name()
                  + " is the whole zone "
                  + end.ref().name()
                  + " ("
                  + Words.count(end.to() - end.from(), "server")
                  + ")",
              side.equals("client")
                  ? "Draw it from the groups that use the service"
                  : "Draw it to the groups that offer the service",
              flow.ref(),
              end.ref()));
    }
  }
}
