package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.rules.risk.Environments.Kind;

/** Flows between production and what is not production. */
public final class EnvironmentRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-207",
          RuleCategory.RISK,
          "Flow between production and test",
          FindingSeverity.WARNING,
          "Test and development servers are patched later, share passwords and are open to more"
              + " people; a flow to production makes them its weakest gate, and a flow from"
              + " production carries its data out. The environment of a server is that of its label"
              + " env, environment, stage, landscape or lifecycle, else a whole word in the name of"
              + " its group or zone: prod, production and prd on the one side, test, dev,"
              + " staging, qa, uat, preprod, sandbox and the like on the other. Servers of which"
              + " nothing tells, such as shared services, are not reported; nor is a flow of which"
              + " both ends hold both kinds.",
          "Flow prod-app → test-db permits postgresql. Copy anonymised data through a service that"
              + " both may use.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Environments environments = Environments.of(context);
    List<Finding> findings = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      Kind from = crossing(flow, environments);
      if (from != null) {
        findings.add(of(flow, from, environments));
      }
    }
    return findings;
  }

  /** The kind of the clients if the servers are of the other; one end must hold only one kind. */
  private static Kind crossing(ActiveFlow flow, Environments environments) {
    if (flow.policy().services().isEmpty()) {
      return null;
    }
    End source = End.source(flow);
    End destination = End.destination(flow);
    for (Kind from : Kind.values()) {
      Kind to = from == Kind.PRODUCTION ? Kind.OTHER : Kind.PRODUCTION;
      boolean meet =
          environments.count(source, from) > 0 && environments.count(destination, to) > 0;
      boolean mixed =
          environments.count(source, to) > 0 && environments.count(destination, from) > 0;
      if (meet && !mixed) {
        return from;
      }
    }
    return null;
  }

  private Finding of(ActiveFlow flow, Kind from, Environments environments) {
    Kind to = from == Kind.PRODUCTION ? Kind.OTHER : Kind.PRODUCTION;
    String direction =
        from == Kind.PRODUCTION
            ? " leads from production to what is not production ("
            : " leads from what is not production to production (";
    return finding(
        "Flow "
            + flow.name()
            + direction
            + environments.evidence(End.source(flow), from)
            + "; "
            + environments.evidence(End.destination(flow), to)
            + ")",
        "Keep the environments apart, or let both use a shared service",
        flow.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return FlowFixes.of(finding, context).map(FlowFixes::retire).orElse(List.of());
  }
}
