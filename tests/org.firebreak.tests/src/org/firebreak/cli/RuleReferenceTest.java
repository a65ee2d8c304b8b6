package org.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.rules.ValidationRules;
import org.junit.jupiter.api.Test;

class RuleReferenceTest {
  private static final Path PAGE =
      Path.of(System.getProperty("firebreak.root", "."), "docs/user/rules.md");

  /** With {@code -Dfirebreak.golden=update} the page is written anew. */
  @Test
  void referenceInTheUserGuideIsUpToDate() throws IOException {
    String reference = Run.of("rules", "--markdown").out();
    if ("update".equals(System.getProperty("firebreak.golden"))) {
      Files.writeString(PAGE, reference);
    }

    assertThat(PAGE).as("-Dfirebreak.golden=update writes it anew").hasContent(reference);
  }

  @Test
  void everyRuleIsExplained() {
    assertThat(ValidationRules.all())
        .extracting(rule -> rule.info().id())
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("FB-[0-9]{3}"));
    for (ValidationRule rule : ValidationRules.all()) {
      assertThat(rule.info().rationale()).as(rule.info().id()).hasSizeGreaterThan(80).endsWith(".");
      assertThat(rule.info().example()).as(rule.info().id()).hasSizeGreaterThan(40).endsWith(".");
      assertThat(rule.info().title()).as(rule.info().id()).doesNotEndWith(".");
    }
  }
}
