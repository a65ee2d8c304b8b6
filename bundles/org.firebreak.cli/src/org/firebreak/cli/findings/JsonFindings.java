package org.firebreak.cli.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Json;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationResult;

/** The findings as JSON; the fields are described in docs/user/command-line.md. */
final class JsonFindings {
  private final Assessment assessment;
  private final ValidationResult result;
  private final Map<String, RuleInfo> rules;

  private JsonFindings(Assessment assessment) {
    this.assessment = assessment;
    this.result = assessment.result();
    this.rules = Assessment.rules().stream().collect(Collectors.toMap(RuleInfo::id, rule -> rule));
  }

  static void write(Assessment assessment, OutputStream out) throws IOException {
    Json.object(out, "validate", new JsonFindings(assessment)::fields);
  }

  private void fields(JsonGenerator json) throws IOException {
    Json.element(json, "design", result.design());
    json.writeStringField("revision", result.revision());
    json.writeStringField("evaluationDate", result.evaluationDate().toString());
    Json.strategy(json, result.strategyChoice());
    json.writeBooleanField("approvedOnly", result.approvedOnly());
    json.writeStringField("profile", result.profile());
    json.writeObjectFieldStart("counts");
    for (FindingSeverity severity : FindingSeverity.values()) {
      json.writeNumberField(severity.label(), result.findings(severity).size());
    }
    json.writeNumberField("accepted", result.accepted().size());
    json.writeEndObject();
    if (assessment.baseline() != null) {
      json.writeObjectFieldStart("baseline");
      json.writeStringField("file", assessment.baseline().file());
      json.writeNumberField("new", assessment.baseline().fresh());
      json.writeNumberField("unchanged", assessment.baseline().unchanged());
      json.writeNumberField("gone", assessment.baseline().gone());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("findings");
    for (Finding finding : result.findings()) {
      json.writeStartObject();
      finding(json, finding);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("accepted");
    for (Acceptance acceptance : result.accepted()) {
      json.writeStartObject();
      finding(json, acceptance.finding());
      json.writeStringField("reason", acceptance.reason());
      json.writeStringField("acceptedBy", acceptance.acceptedBy());
      json.writeStringField("acceptedOn", text(acceptance.acceptedOn()));
      json.writeStringField("expiresOn", text(acceptance.expiresOn()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }

  private void finding(JsonGenerator json, Finding finding) throws IOException {
    RuleInfo rule = rules.get(finding.rule());
    json.writeStringField("rule", finding.rule());
    json.writeStringField("title", rule.title());
    json.writeStringField("category", rule.category().title());
    json.writeStringField("severity", finding.severity().label());
    json.writeStringField("message", finding.message());
    json.writeStringField("mend", finding.mend());
    json.writeStringField("fingerprint", Fingerprints.of(finding));
    if (finding.elements().isEmpty()) {
      json.writeNullField("path");
      json.writeNullField("line");
    } else {
      json.writeStringField("path", assessment.paths().of(finding.elements().get(0)));
      ElementLines.Place place = assessment.lines().of(finding.elements().get(0).id());
      if (place == null) {
        json.writeNullField("line");
      } else {
        json.writeNumberField("line", place.line());
      }
    }
    Json.elements(json, "elements", finding.elements());
  }
}
