package org.firebreak.ui.help;

import java.util.Locale;

/** Where the guide explains the rules of the validation. */
public final class RulePages {
  private static final String PAGE = "rules";

  private RulePages() {}

  /**
   * The section of a rule; the whole page if it has none.
   *
   * @param rule identifier, for instance {@code FB-104}
   */
  public static String address(String rule) {
    String start = rule.toLowerCase(Locale.ROOT) + "-";
    return Guide.get()
        .page(PAGE)
        .flatMap(
            page ->
                page.sections().stream()
                    .filter(section -> section.anchor().startsWith(start))
                    .findFirst())
        .map(section -> PAGE + "#" + section.anchor())
        .orElse(PAGE);
  }
}
