package org.firebreak.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.validation.fix.Fixes;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;

/** Holds the fixes of a finding to what fixes promise. */
final class Mended {
  private Mended() {}

  /** The labels of the fixes of the only finding of a rule. */
  static List<String> labels(CleanDesign shop, String rule) {
    return fixes(shop, rule).stream().map(Fix::label).toList();
  }

  /** Whether each fix of the only finding of a rule is safe. */
  static List<Boolean> safe(CleanDesign shop, String rule) {
    return fixes(shop, rule).stream().map(Fix::safe).toList();
  }

  /**
   * Applies each fix of the only finding of a rule: its finding must vanish, no other may appear, a
   * second application must refuse, and undo must be exact.
   */
  static void assertMended(CleanDesign shop, String rule) {
    List<Fix> fixes = fixes(shop, rule);
    assertThat(fixes).isNotEmpty();
    List<String> before = fingerprints(shop);
    String file = file(shop.design);
    for (Fix fix : fixes) {
      ModelEdit edit = new ModelEdit(shop.design);
      Fixes.apply(edit, fix);
      assertThat(shop.findings()).as(fix.label()).noneMatch(line -> line.startsWith(rule));
      assertThat(before).as(fix.label()).containsAll(fingerprints(shop));
      assertThat(Fixes.apply(edit, "again", List.of(fix))).as(fix.label()).isZero();
      edit.undo();
      assertThat(file(shop.design)).as(fix.label()).isEqualTo(file);
    }
  }

  /** Applies the first fix of the only finding of a rule, for good. */
  static void apply(CleanDesign shop, String rule) {
    Fixes.apply(new ModelEdit(shop.design), fixes(shop, rule).get(0));
  }

  /** Names and severities may change; rule and elements make a finding another one. */
  private static List<String> fingerprints(CleanDesign shop) {
    return shop.validate().findings().stream().map(Finding::fingerprint).toList();
  }

  /** The fixes of the only finding of a rule, for the design as it is now. */
  static List<Fix> fixes(CleanDesign shop, String rule) {
    ValidationContext context =
        ValidationContext.of(
            shop.design, PolicyCompiler.compile(shop.design, shop.options), shop.profile);
    List<Finding> found =
        shop.validate().findings().stream().filter(one -> one.rule().equals(rule)).toList();
    assertThat(found).hasSize(1);
    return Fixes.of(found.get(0), context);
  }

  private static String file(Design design) {
    return new String(DesignFile.toBytes(design), StandardCharsets.UTF_8);
  }
}
