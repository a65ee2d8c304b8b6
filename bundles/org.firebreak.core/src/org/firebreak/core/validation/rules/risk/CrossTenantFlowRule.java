package org.firebreak.core.validation.rules.risk;

import java.util.List;
import org.firebreak.core.policy.PolicyNote;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;

/** Flows between two tenants. */
public final class CrossTenantFlowRule implements ValidationRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-202",
          RuleCategory.RISK,
          "Flow between tenants",
          FindingSeverity.ERROR,
          "Tenants have no common routing domain, so that a flow from one to the other permits"
              + " nothing. If it is meant, both must reach a shared service; if it is not, it is a"
              + " mistake that would join what was kept apart.",
          "Flow red app → blue db. Move the database out of both tenants, where it is shared, or"
              + " remove the flow.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    return context.notes(PolicyNote.Code.CROSS_TENANT_FLOW).stream()
        .map(
            note ->
                new Finding(
                    INFO.id(),
                    INFO.severity(),
                    note.elements(),
                    note.message(),
                    "Let both tenants use a shared server, or remove the flow"))
        .toList();
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    return FlowFixes.of(finding, context).map(FlowFixes::retire).orElse(List.of());
  }
}
