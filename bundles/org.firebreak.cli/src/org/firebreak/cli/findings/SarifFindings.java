package org.firebreak.cli.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.firebreak.cli.io.Json;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.Acceptance;
import org.firebreak.core.validation.Finding;

/**
 * The findings as SARIF, for code scanning.
 *
 * @see <a
 *     href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html">
 *     SARIF 2.1.0</a>
 */
final class SarifFindings {
  /** Key of our fingerprint in the partial fingerprints of a result. */
  static final String FINGERPRINT = "firebreakFinding/v1";

  /** Key of the property of a run that says that it holds new findings only. */
  static final String BASELINE = "baseline";

  /** What code scanning of GitHub recognises a result by; it would hash the line otherwise. */
  private static final String LINE_HASH = "primaryLocationLineHash";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Assessment assessment;
  private final SarifRules rules;
  private final SarifPlaces places;

  private SarifFindings(Assessment assessment) {
    this.assessment = assessment;
    this.rules = new SarifRules(Assessment.rules(), assessment.profile());
    this.places = new SarifPlaces(assessment);
  }

  static void write(Assessment assessment, String version, OutputStream out) throws IOException {
    SarifFindings findings = new SarifFindings(assessment);
    Json.document(out, json -> findings.log(json, version));
  }

  private void log(JsonGenerator json, String version) throws IOException {
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    rules.writeTool(json, version);
    json.writeObjectFieldStart("automationDetails");
    json.writeStringField("id", "firebreak/" + assessment.result().design().name() + "/");
    json.writeEndObject();
    rules.writeInvocation(json);
    places.writeArtifacts(json);
    json.writeStringField("columnKind", "utf16CodeUnits");
    properties(json);
    json.writeArrayFieldStart("results");
    for (Finding finding : assessment.result().findings()) {
      result(json, finding, null);
    }
    for (Acceptance acceptance : assessment.result().accepted()) {
      result(json, acceptance.finding(), acceptance);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void properties(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("properties");
    json.writeStringField("design", assessment.result().design().name());
    if (assessment.result().revision() != null) {
      json.writeStringField("revision", assessment.result().revision());
    }
    json.writeStringField("evaluationDate", assessment.result().evaluationDate().toString());
    json.writeStringField("strategy", assessment.result().strategy().getLiteral());
    json.writeBooleanField("approvedOnly", assessment.result().approvedOnly());
    json.writeStringField("profile", assessment.result().profile());
    if (assessment.baseline() != null) {
      json.writeObjectFieldStart(BASELINE);
      json.writeNumberField("new", assessment.baseline().fresh());
      json.writeNumberField("unchanged", assessment.baseline().unchanged());
      json.writeNumberField("gone", assessment.baseline().gone());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /**
   * Writes a result.
   *
   * @param acceptance why it is suppressed; {@code null} if it is open
   */
  private void result(JsonGenerator json, Finding finding, Acceptance acceptance)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    json.writeNumberField("ruleIndex", rules.index(finding.rule()));
    json.writeStringField("level", SarifRules.level(finding.severity()));
    SarifRules.text(json, "message", finding.message() + ". " + finding.mend() + ".");
    locations(json, finding);
    json.writeObjectFieldStart("partialFingerprints");
    String fingerprint = Fingerprints.of(finding);
    json.writeStringField(FINGERPRINT, fingerprint);
    json.writeStringField(LINE_HASH, fingerprint.substring(0, 16) + ":1");
    json.writeEndObject();
    if (assessment.baseline() != null && acceptance == null) {
      json.writeStringField("baselineState", "new");
    }
    if (acceptance != null) {
      suppression(json, acceptance);
    }
    json.writeObjectFieldStart("properties");
    json.writeStringField("mend", finding.mend());
    json.writeNumberField("elements", finding.elements().size());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void locations(JsonGenerator json, Finding finding) throws IOException {
    List<ElementRef> elements = Assessment.places(finding);
    json.writeArrayFieldStart("locations");
    if (!elements.isEmpty()) {
      places.write(json, elements.get(0), 0);
    }
    json.writeEndArray();
    if (elements.size() > 1) {
      json.writeArrayFieldStart("relatedLocations");
      for (int i = 1; i < elements.size(); i++) {
        places.write(json, elements.get(i), i);
      }
      json.writeEndArray();
    }
  }

  private void suppression(JsonGenerator json, Acceptance acceptance) throws IOException {
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", "inSource");
    json.writeStringField("status", "accepted");
    if (acceptance.reason() != null) {
      json.writeStringField("justification", acceptance.reason());
    }
    places.writeSuppressed(json, acceptance.id());
    json.writeObjectFieldStart("properties");
    if (acceptance.acceptedBy() != null) {
      json.writeStringField("acceptedBy", acceptance.acceptedBy());
    }
    if (acceptance.acceptedOn() != null) {
      json.writeStringField("acceptedOn", acceptance.acceptedOn().toString());
    }
    if (acceptance.expiresOn() != null) {
      json.writeStringField("expiresOn", acceptance.expiresOn().toString());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }
}
