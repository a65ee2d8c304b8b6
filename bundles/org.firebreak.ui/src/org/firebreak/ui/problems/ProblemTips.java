package org.firebreak.ui.problems;

import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.ui.findings.Problem;

/** The whole of a finding in a tooltip: what, how to mend it, and why the rule asks. */
final class ProblemTips {
  private static final int LINE = 68;

  private ProblemTips() {}

  static String of(ProblemRow row) {
    return switch (row) {
      case ProblemRow.Heading heading -> heading.title();
      case ProblemRow.Entry entry -> of(entry.problem());
    };
  }

  private static String of(Problem problem) {
    Finding finding = problem.finding();
    StringBuilder text = new StringBuilder(finding.message()).append(".\n");
    text.append(finding.mend()).append(".\n");
    if (problem.isAccepted()) {
      text.append('\n').append(accepted(problem.acceptance())).append('\n');
    }
    ValidationRules.byId(finding.rule())
        .ifPresent(
            rule ->
                text.append('\n')
                    .append(problem.ruleTitle())
                    .append('\n')
                    .append(rule.info().rationale()));
    return wrap(text.toString());
  }

  private static String accepted(Acceptance acceptance) {
    return "Accepted"
        + (acceptance.acceptedBy() == null ? "" : " by " + acceptance.acceptedBy())
        + (acceptance.acceptedOn() == null ? "" : " on " + acceptance.acceptedOn())
        + (acceptance.expiresOn() == null ? "" : " until " + acceptance.expiresOn())
        + (acceptance.reason() == null ? "." : ": " + acceptance.reason());
  }

  private static String wrap(String text) {
    StringBuilder wrapped = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      int length = 0;
      for (String word : line.split(" ")) {
        if (length > 0 && length + word.length() > LINE) {
          wrapped.append('\n');
          length = 0;
        } else if (length > 0) {
          wrapped.append(' ');
        }
        wrapped.append(word);
        length += word.length() + 1;
      }
      wrapped.append('\n');
    }
    return wrapped.toString().strip();
  }
}
