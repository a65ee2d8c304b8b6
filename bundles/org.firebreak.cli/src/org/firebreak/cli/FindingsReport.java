package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.rules.ValidationRules;

/** The findings of a validation as text and as JSON. */
final class FindingsReport {
  private static final int NAMED_ELEMENTS = 6;

  private final String file;
  private final ValidationResult result;
  private final Map<String, RuleInfo> rules;

  FindingsReport(String file, ValidationResult result) {
    this.file = file;
    this.result = result;
    this.rules =
        ValidationRules.all().stream()
            .collect(Collectors.toMap(rule -> rule.info().id(), rule -> rule.info()));
  }

  /**
   * Lines grouped by severity and rule.
   *
   * @param limit findings shown of each rule; 0 for all
   */
  List<String> lines(int limit) {
    List<String> lines = new ArrayList<>();
    for (FindingSeverity severity : FindingSeverity.values()) {
      List<Finding> findings = result.findings(severity);
      if (!findings.isEmpty()) {
        lines.add(heading(severity));
        byRule(findings).forEach((rule, own) -> add(rule, own, limit, lines));
        lines.add("");
      }
    }
    lines.add(summary());
    return lines;
  }

  private static String heading(FindingSeverity severity) {
    return switch (severity) {
      case ERROR -> "Errors";
      case WARNING -> "Warnings";
      case INFO -> "Information";
    };
  }

  private static Map<String, List<Finding>> byRule(List<Finding> findings) {
    return findings.stream()
        .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
  }

  private void add(String rule, List<Finding> findings, int limit, List<String> lines) {
    lines.add("  " + rule + " " + rules.get(rule).title() + " (" + findings.size() + ")");
    int shown = limit <= 0 ? findings.size() : Math.min(limit, findings.size());
    String mend = null;
    for (Finding finding : findings.subList(0, shown)) {
      if (mend != null && !mend.equals(finding.mend())) {
        lines.add("    -> " + mend + ".");
      }
      mend = finding.mend();
      lines.add("    " + finding.message() + ".");
      lines.add("      " + elements(finding.elements()));
    }
    lines.add("    -> " + mend + ".");
    if (shown < findings.size()) {
      lines.add("    … and " + (findings.size() - shown) + " more; --limit 0 shows all");
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

  private String summary() {
    String counts =
        result.findings().isEmpty()
            ? "no findings"
            : Texts.count(count(FindingSeverity.ERROR), "error")
                + ", "
                + Texts.count(count(FindingSeverity.WARNING), "warning")
                + ", "
                + count(FindingSeverity.INFO)
                + " for information";
    return file
        + ": "
        + counts
        + " ("
        + result.strategy().getLiteral()
        + " segmentation"
        + (result.approvedOnly() ? ", approved flows only" : "")
        + ", evaluated on "
        + result.evaluationDate()
        + ")";
  }

  private int count(FindingSeverity severity) {
    return result.findings(severity).size();
  }

  void writeJson(PrintStream out) throws IOException {
    Json.object(out, "validate", this::writeFields);
  }

  private void writeFields(JsonGenerator json) throws IOException {
    Json.element(json, "design", result.design());
    json.writeStringField("revision", result.revision());
    json.writeStringField("evaluationDate", result.evaluationDate().toString());
    json.writeStringField("strategy", result.strategy().getLiteral());
    json.writeBooleanField("approvedOnly", result.approvedOnly());
    json.writeObjectFieldStart("counts");
    for (FindingSeverity severity : FindingSeverity.values()) {
      json.writeNumberField(severity.label(), count(severity));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("findings");
    for (Finding finding : result.findings()) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule());
      json.writeStringField("title", rules.get(finding.rule()).title());
      json.writeStringField("severity", finding.severity().label());
      json.writeStringField("message", finding.message());
      json.writeStringField("mend", finding.mend());
      Json.elements(json, "elements", finding.elements());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
