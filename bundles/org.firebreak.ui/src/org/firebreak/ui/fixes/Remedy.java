package org.firebreak.ui.fixes;

import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.rules.ValidationRules;

/** A row of the popup: a finding as the heading of what can be done about it, or one of these. */
sealed interface Remedy {

  /** What the row says. */
  String label();

  /** Key of the picture before it; {@code null} for none. */
  String icon();

  /** A finding; it cannot be chosen. */
  record Heading(Finding finding) implements Remedy {
    @Override
    public String label() {
      String title =
          ValidationRules.byId(finding.rule()).map(rule -> rule.info().title()).orElse("Finding");
      return finding.elements().isEmpty() ? title : title + ": " + finding.elements().get(0).name();
    }

    @Override
    public String icon() {
      return finding.severity().label();
    }
  }

  /** A sentence that cannot be chosen. */
  record Remark(String label) implements Remedy {
    @Override
    public String icon() {
      return null;
    }
  }

  /** A change of the design that mends the finding. */
  record Mend(Finding finding, Fix fix) implements Remedy {
    @Override
    public String label() {
      return fix.label();
    }

    @Override
    public String icon() {
      return "fix";
    }
  }

  /**
   * Something else that can be done.
   *
   * @param detail what it does, in a sentence or two
   */
  record Act(String label, String icon, String detail, Runnable run) implements Remedy {}

  default boolean isChoosable() {
    return this instanceof Mend || this instanceof Act;
  }
}
