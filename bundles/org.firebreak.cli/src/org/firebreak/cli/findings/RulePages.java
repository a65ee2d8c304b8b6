package org.firebreak.cli.findings;

import org.firebreak.core.validation.RuleInfo;

/** Pages of rules as Markdown. */
public final class RulePages {
  private RulePages() {}

  /** The text of a page, without its heading. */
  public static String markdown(RuleInfo rule) {
    return "*Usually "
        + rule.severity().label()
        + ".* "
        + escaped(rule.rationale())
        + "\n\n**Example.** "
        + escaped(rule.example())
        + "\n";
  }

  /** A lone asterisk is any address, not emphasis. */
  private static String escaped(String text) {
    return text.replace("*", "\\*");
  }
}
