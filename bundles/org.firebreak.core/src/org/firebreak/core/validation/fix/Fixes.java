package org.firebreak.core.validation.fix;

import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;

/** The fixes of findings, and what becomes of a design by them. */
public final class Fixes {
  private Fixes() {}

  /** The fixes of a finding, the best first; see {@code ValidationRule.fixes}. */
  public static List<Fix> of(Finding finding, ValidationContext context) {
    return ValidationRules.byId(finding.rule())
        .map(rule -> rule.fixes(finding, context))
        .orElse(List.of());
  }

  /**
   * What fixes would change; the design is only read. A fix that no longer applies changes nothing.
   */
  public static DesignDifference preview(Design design, List<Fix> fixes) {
    Design copy = EcoreUtil.copy(design);
    applyAll(copy, fixes);
    return DesignDifference.between(design, copy);
  }

  /**
   * Applies a fix as one undoable step with its label.
   *
   * @throws OutdatedFixException if it no longer applies; the design is then as it was
   */
  public static void apply(ModelEdit edit, Fix fix) {
    edit.run(fix.label(), () -> fix.change().accept(DesignElements.of(edit.design())));
  }

  /**
   * Applies many fixes as one undoable step. A fix that no longer applies, because an earlier one
   * has mended its finding too, is left out.
   *
   * @return how many were applied
   */
  public static int apply(ModelEdit edit, String label, List<Fix> fixes) {
    int[] applied = new int[1];
    edit.run(label, () -> applied[0] = applyAll(edit.design(), fixes));
    return applied[0];
  }

  private static int applyAll(Design design, List<Fix> fixes) {
    DesignElements elements = DesignElements.of(design);
    int applied = 0;
    for (Fix fix : fixes) {
      try {
        fix.change().accept(elements);
        applied++;
      } catch (OutdatedFixException e) {
        // An earlier fix has mended the same.
      }
    }
    return applied;
  }
}
