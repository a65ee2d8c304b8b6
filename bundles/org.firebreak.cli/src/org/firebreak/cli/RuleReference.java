package org.firebreak.cli;

import org.firebreak.cli.findings.RulePages;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.rules.ValidationRules;

/** The reference of all rules, from which docs/user/rules.md is made. */
final class RuleReference {
  private RuleReference() {}

  static String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Validation rules\n\n");
    text.append("Made by `firebreak rules --markdown`; do not edit.\n\n");
    text.append(
        """
        **Errors** say that the design contradicts itself, or that part of it has no effect as it
        stands. **Warnings** say that it permits more than it should, or lacks what it needs.
        **Information** is worth a look and often right as it is. Some findings are more or less
        severe than usual; the rule says when. Retired and expired flows are not judged, except for
        their expiry.

        | rule | severity | finds |
        | --- | --- | --- |
        """);
    for (ValidationRule rule : ValidationRules.all()) {
      RuleInfo info = rule.info();
      text.append("| [").append(info.id()).append("](#").append(anchor(info)).append(") | ");
      text.append(info.severity().label()).append(" | ").append(info.title()).append(" |\n");
    }
    for (RuleCategory category : RuleCategory.values()) {
      text.append("\n## ").append(category.title()).append('\n');
      ValidationRules.all().stream()
          .map(ValidationRule::info)
          .filter(info -> info.category() == category)
          .forEach(info -> append(text, info));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, RuleInfo info) {
    text.append("\n### ").append(info.id()).append(' ').append(info.title()).append("\n\n");
    text.append(RulePages.markdown(info));
  }

  private static String anchor(RuleInfo info) {
    return (info.id() + " " + info.title())
        .toLowerCase(java.util.Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }
}
