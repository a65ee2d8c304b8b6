package org.firebreak.core.validation.rules.missing;

import java.util.List;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;

/** Servers behind none of the central firewalls of the design. */
public final class UnguardedServersRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-010",
          RuleCategory.COMPLETENESS,
          "Servers that no firewall guards",
          FindingSeverity.WARNING,
          "The design names central firewalls and what they guard, but some servers that are not"
              + " microsegmented are behind none of them. Exports then hold rules for a firewall"
              + " that does not exist.",
          "The firewall guards the zones web and data; the zone backup was added later. Add it to"
              + " what the firewall guards.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    return context.notes(PolicyNote.Code.UNGUARDED).stream()
        .map(
            note ->
                finding(
                    note.message(),
                    "Add the zones to what a firewall guards, or clear the list so that it guards"
                        + " all",
                    context.policy().design()))
        .toList();
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    List<EnforcementPoint> central =
        context.design().getEnforcementPoints().stream()
            .filter(point -> point.getKind() == EnforcementKind.CENTRAL)
            .toList();
    return central.size() == 1 ? List.of(guardAll(central.get(0))) : List.of();
  }

  private static Fix guardAll(EnforcementPoint firewall) {
    String id = firewall.getId();
    return new Fix(
        "Let " + ElementRef.of(firewall).name() + " guard all",
        false,
        elements -> {
          EnforcementPoint point = elements.get(EnforcementPoint.class, id);
          if (point.getGuards().isEmpty()) {
            throw new OutdatedFixException("the firewall guards all already");
          }
          point.getGuards().clear();
        });
  }
}
