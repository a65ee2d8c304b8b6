package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.edit.Undoable;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.validation.fix.Fixes;

/** Applies the fixes of a rule's findings, each to the design as it is. */
final class RiskMends {
  private RiskMends() {}

  /** The labels of all fixes of all findings of a rule, in order. */
  static List<String> labels(CleanDesign shop, String rule) {
    return findings(shop, rule).stream()
        .flatMap(finding -> fixes(shop, finding).stream())
        .map(Fix::label)
        .toList();
  }

  /**
   * Each fix of each finding of a rule makes it vanish, creates no other finding, is undone
   * exactly.
   */
  static void assertMended(CleanDesign shop, String rule) {
    List<Finding> findings = findings(shop, rule);
    assertThat(findings).isNotEmpty();
    for (Finding finding : findings) {
      List<Fix> fixes = fixes(shop, finding);
      assertThat(fixes).as("fixes of " + finding.message()).isNotEmpty();
      for (Fix fix : fixes) {
        assertMended(shop, finding, fix);
      }
    }
  }

  /** Applies the fix with a label. */
  static void apply(CleanDesign shop, String rule, String label) {
    Fix fix =
        findings(shop, rule).stream()
            .flatMap(finding -> fixes(shop, finding).stream())
            .filter(each -> each.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("only " + labels(shop, rule)));
    Fixes.apply(new ModelEdit(shop.design), fix);
  }

  private static void assertMended(CleanDesign shop, Finding finding, Fix fix) {
    Set<String> before = fingerprints(shop);
    ModelEdit edit = new ModelEdit(shop.design);
    Fixes.apply(edit, fix);
    Set<String> after = fingerprints(shop);
    assertThat(after).as(fix.label()).doesNotContain(finding.fingerprint());
    assertThat(before).as(fix.label() + " creates nothing").containsAll(after);
    edit.undo();
    assertThat(fingerprints(shop)).isEqualTo(before);
    Undoable.assertUndoable(shop.design, () -> fix.change().accept(DesignElements.of(shop.design)));
  }

  private static List<Finding> findings(CleanDesign shop, String rule) {
    return shop.validate().findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .toList();
  }

  private static List<Fix> fixes(CleanDesign shop, Finding finding) {
    return Fixes.of(
        finding,
        ValidationContext.of(
            shop.design, PolicyCompiler.compile(shop.design, shop.options), shop.profile));
  }

  private static Set<String> fingerprints(CleanDesign shop) {
    return shop.validate().findings().stream()
        .map(Finding::fingerprint)
        .collect(Collectors.toSet());
  }
}
