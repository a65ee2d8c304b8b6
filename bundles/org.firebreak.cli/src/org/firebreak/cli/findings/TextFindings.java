package org.firebreak.cli.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.cli.io.ElementTexts;
import org.firebreak.cli.io.Style;
import org.firebreak.cli.io.StyledLine;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;

/** The findings as lines for people, grouped by severity and rule. */
public final class TextFindings {
  private static final int NAMED_ELEMENTS = 6;

  private final Assessment assessment;
  private final ValidationResult result;
  private final Map<String, RuleInfo> rules;
  private final List<StyledLine> lines = new ArrayList<>();

  private TextFindings(Assessment assessment) {
    this.assessment = assessment;
    this.result = assessment.result();
    this.rules = Assessment.rules().stream().collect(Collectors.toMap(RuleInfo::id, rule -> rule));
  }

  /**
   * The lines.
   *
   * @param limit findings shown of each rule; 0 for all
   * @param accepted whether accepted findings are listed too
   */
  public static List<StyledLine> lines(Assessment assessment, int limit, boolean accepted) {
    TextFindings text = new TextFindings(assessment);
    for (FindingSeverity severity : FindingSeverity.values()) {
      text.add(severity, limit);
    }
    if (accepted && !assessment.result().accepted().isEmpty()) {
      text.addAccepted(limit);
    }
    text.addSummary();
    return text.lines;
  }

  private void add(FindingSeverity severity, int limit) {
    List<Finding> findings = result.findings(severity);
    if (!findings.isEmpty()) {
      lines.add(StyledLine.of(style(severity), heading(severity)));
      Map<String, List<Finding>> byRule =
          findings.stream()
              .collect(
                  Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
      byRule.forEach((rule, own) -> add(rule, own, limit));
      lines.add(StyledLine.of(""));
    }
  }

  private static Style style(FindingSeverity severity) {
    return switch (severity) {
      case ERROR -> Style.ERROR;
      case WARNING -> Style.WARNING;
      case INFO -> Style.INFO;
    };
  }

  private static String heading(FindingSeverity severity) {
    return switch (severity) {
      case ERROR -> "Errors";
      case WARNING -> "Warnings";
      case INFO -> "Information";
    };
  }

  private void add(String rule, List<Finding> findings, int limit) {
    lines.add(ruleLine(rule, findings.size()));
    int shown = shown(limit, findings.size());
    String mend = null;
    for (Finding finding : findings.subList(0, shown)) {
      if (mend != null && !mend.equals(finding.mend())) {
        addMend(mend);
      }
      mend = finding.mend();
      lines.add(StyledLine.of("    " + finding.message() + "."));
      addElements(finding);
    }
    addMend(mend);
    addMore(findings.size() - shown);
  }

  private StyledLine ruleLine(String rule, int count) {
    return StyledLine.of("  ")
        .then(Style.STRONG, rule)
        .then(" " + rules.get(rule).title() + " (" + count + ")");
  }

  private static int shown(int limit, int all) {
    return limit <= 0 ? all : Math.min(limit, all);
  }

  private void addMend(String mend) {
    lines.add(StyledLine.of("    -> " + mend + "."));
  }

  private void addElements(Finding finding) {
    lines.add(StyledLine.of(Style.FAINT, "      " + elements(finding.elements())));
  }

  private void addMore(int more) {
    if (more > 0) {
      lines.add(StyledLine.of("    … and " + more + " more; --limit 0 shows all"));
    }
  }

  private static String elements(List<ElementRef> elements) {
    String named =
        elements.stream()
            .limit(NAMED_ELEMENTS)
            .map(element -> ElementTexts.type(element) + " " + element.name())
            .collect(Collectors.joining(", "));
    return elements.size() <= NAMED_ELEMENTS
        ? named
        : named + " and " + (elements.size() - NAMED_ELEMENTS) + " more";
  }

  private void addAccepted(int limit) {
    lines.add(StyledLine.of(Style.STRONG, "Accepted"));
    Map<String, List<Acceptance>> byRule =
        result.accepted().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.finding().rule(), LinkedHashMap::new, Collectors.toList()));
    byRule.forEach(
        (rule, own) -> {
          lines.add(ruleLine(rule, own.size()));
          int shown = shown(limit, own.size());
          for (Acceptance acceptance : own.subList(0, shown)) {
            lines.add(StyledLine.of("    " + acceptance.finding().message() + "."));
            addElements(acceptance.finding());
            lines.add(StyledLine.of("    -> " + reason(acceptance)));
          }
          addMore(own.size() - shown);
        });
    lines.add(StyledLine.of(""));
  }

  /** {@code Accepted by Ada on 2030-01-15 until 2030-06-30: replaced next year}. */
  private static String reason(Acceptance acceptance) {
    return "accepted"
        + (acceptance.acceptedBy() == null ? "" : " by " + acceptance.acceptedBy())
        + (acceptance.acceptedOn() == null ? "" : " on " + acceptance.acceptedOn())
        + (acceptance.expiresOn() == null ? "" : " until " + acceptance.expiresOn())
        + ": "
        + (acceptance.reason() == null ? "no reason stated" : acceptance.reason());
  }

  private void addSummary() {
    StyledLine line = StyledLine.of(assessment.file() + ": ");
    if (result.findings().isEmpty()) {
      line.then("no " + (assessment.baseline() == null ? "" : "new ") + "findings");
    } else {
      count(line, FindingSeverity.ERROR, Texts.count(number(FindingSeverity.ERROR), "error"));
      line.then(", ");
      count(line, FindingSeverity.WARNING, Texts.count(number(FindingSeverity.WARNING), "warning"));
      line.then(", ");
      count(line, FindingSeverity.INFO, number(FindingSeverity.INFO) + " for information");
    }
    if (!result.accepted().isEmpty()) {
      line.then(", " + result.accepted().size() + " accepted");
    }
    line.then(
        " ("
            + result.strategyChoice().label()
            + " segmentation"
            + (result.approvedOnly() ? ", approved flows only" : "")
            + (result.profile().equals(ValidationProfile.BASELINE.name())
                ? ""
                : ", profile " + result.profile())
            + ", evaluated on "
            + result.evaluationDate()
            + ")");
    lines.add(line);
    if (assessment.baseline() != null) {
      lines.add(StyledLine.of(assessment.baseline().summary()));
    }
  }

  private void count(StyledLine line, FindingSeverity severity, String text) {
    line.then(number(severity) == 0 ? Style.PLAIN : style(severity), text);
  }

  private int number(FindingSeverity severity) {
    return result.findings(severity).size();
  }
}
