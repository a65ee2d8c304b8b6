package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.PolicyTripwire;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Tripwires on services that flows permit between all servers. */
public final class DeadTripwireRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-210",
          RuleCategory.RISK,
          "Tripwire that can never fire",
          FindingSeverity.ERROR,
          "A tripwire raises an alert where no flow permits the service. If the flows together, and"
              + " the groups that talk freely among themselves, permit it between every two servers"
              + " that can reach each other, it never does. Computed exactly over the union of all"
              + " active flows, port by port; servers without addresses and pairs of different"
              + " tenants, which cannot talk anyway, do not count. What is found here is not"
              + " reported for single flows (FB-209).",
          "The tripwire lateral movement watches smb, and flow * → * permits any protocol. Permit"
              + " what is needed instead.");

  private static final int NAMED = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PolicyTripwire tripwire : context.policy().tripwires()) {
      for (PolicyService service : tripwire.services()) {
        Set<ActiveFlow> flows = TripwireCover.of(context).flowsThatPermitAll(service);
        if (!flows.isEmpty()) {
          findings.add(of(tripwire, service, flows));
        }
      }
    }
    return findings;
  }

  private Finding of(PolicyTripwire tripwire, PolicyService service, Set<ActiveFlow> flows) {
    List<ElementRef> refs = flows.stream().map(ActiveFlow::ref).toList();
    return finding(
        "Tripwire "
            + tripwire.ref().name()
            + " never raises an alert for "
            + service.ref().name()
            + " ("
            + service.match()
            + ") between servers: "
            + (refs.size() == 1 ? "flow " : "flows ")
            + Words.list(refs, NAMED)
            + (refs.size() == 1 ? " permits" : " permit")
            + " it between all of them",
        "Narrow the flows to who needs the service; if it is meant, take the service out of the"
            + " tripwire",
        tripwire.ref(),
        service.ref());
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return TripwireFixes.withoutServices(
        finding.elements().get(0), List.of(finding.elements().get(1)));
  }
}
