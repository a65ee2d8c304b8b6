package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyTripwire;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.model.Inspection;

/** Alerts and inspection that a chosen platform does not have. */
public final class PlatformCapabilityRule implements ValidationRule {
  private static final int NAMED = 3;
  private static final String INSPECT =
      "Enforce it on a platform that inspects, or ask for layer 4";

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-806",
          RuleCategory.PLATFORM,
          "Alert or inspection that the platform lacks",
          FindingSeverity.WARNING,
          "Some platforms only permit: AWS security groups and Kubernetes NetworkPolicy have no"
              + " rule that denies, so none that raises an alert. Packet filters see ports, not"
              + " applications, and prevent no intrusion. What the design asks for beyond that does"
              + " not happen, unless another system on the path does it. For"
              + " information only where it is the identification of applications.",
          "A tripwire on SSH is enforced by AWS security groups. Watch the flow logs for rejected"
              + " SSH, and alert there.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PlatformUse use : PlatformUse.of(context)) {
      String rules = "rules of " + use.platform().title();
      if (use.platform().lacks(Platform.Lack.DENY)) {
        tripwires(context, rules).ifPresent(findings::add);
      }
      if (use.platform().lacks(Platform.Lack.THREATS)) {
        flows(
                use,
                PlatformCapabilityRule::preventsThreats,
                FindingSeverity.WARNING,
                "threat prevention, which " + rules + " cannot do",
                INSPECT)
            .ifPresent(findings::add);
      }
      if (use.platform().lacks(Platform.Lack.APPLICATION)) {
        flows(
                use,
                flow -> flow.inspection() == Inspection.APPLICATION,
                FindingSeverity.INFO,
                "application identification, which " + rules + " cannot do",
                INSPECT)
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static boolean preventsThreats(PolicyFlow flow) {
    return flow.inspection() == Inspection.THREAT_PREVENTION
        || flow.inspection() == Inspection.THREAT_PREVENTION_TLS;
  }

  private static Optional<Finding> tripwires(ValidationContext context, String rules) {
    List<ElementRef> tripwires =
        context.policy().tripwires().stream().map(PolicyTripwire::ref).toList();
    return of(
        tripwires,
        FindingSeverity.WARNING,
        Words.count(tripwires.size(), "tripwire")
            + (tripwires.size() == 1 ? " raises" : " raise")
            + " no alert, as "
            + rules
            + " cannot deny: ",
        "Raise the alert from its flow logs, or from an intrusion detection system");
  }

  private static Optional<Finding> flows(
      PlatformUse use,
      Predicate<PolicyFlow> concerned,
      FindingSeverity severity,
      String what,
      String mend) {
    List<ElementRef> flows = use.flows(concerned);
    return of(
        flows,
        severity,
        Words.count(flows.size(), "flow")
            + (flows.size() == 1 ? " asks for " : " ask for ")
            + what
            + ": ",
        mend);
  }

  private static Optional<Finding> of(
      List<ElementRef> elements, FindingSeverity severity, String message, String mend) {
    return elements.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                INFO.id(), severity, elements, message + Words.namesOnce(elements, NAMED), mend));
  }
}
