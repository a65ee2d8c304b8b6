package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.firebreak.cli.io.Json;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.Enforcer;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.simulate.Answer;
import org.firebreak.core.simulate.End;

/** One verdict as text and as JSON. */
final class AnswerReport {
  private final Answer answer;
  private final CompiledPolicy policy;

  AnswerReport(Answer answer, CompiledPolicy policy) {
    this.answer = answer;
    this.policy = policy;
  }

  List<String> lines() {
    Verdict verdict = answer.verdict();
    List<String> lines = new ArrayList<>();
    lines.add(
        answer.verdictText().toUpperCase(Locale.ROOT)
            + "  "
            + answer.source()
            + " → "
            + answer.destination()
            + "  "
            + answer.connection().serviceText());
    lines.add("  " + verdict.reason());
    if (verdict.flow() != null) {
      lines.add("  Flow:        " + answer.flowText());
    }
    if (verdict.tripwire() != null) {
      lines.add("  Tripwire:    " + answer.tripwireText());
    }
    if (verdict.kind() != Verdict.Kind.OUT_OF_SCOPE) {
      lines.add(
          "  Enforced at: "
              + (verdict.enforcedAt().isEmpty() ? "no firewall sees it" : answer.enforcedAtText()));
    }
    if (verdict.inspection() != null) {
      lines.add("  Inspection:  " + verdict.inspection().getLiteral());
    }
    lines.add("  Logged:      " + (verdict.logged() ? "yes" : "no"));
    lines.add(
        "  Judged:      "
            + policy.strategyChoice().label()
            + " segmentation, "
            + (policy.options().approvedOnly() ? "approved flows only, " : "")
            + "on "
            + policy.evaluationDate()
            + (policy.domains().size() > 1
                ? ", routing domain " + answer.connection().domain().name()
                : ""));
    answer.notes().forEach(note -> lines.add("  Note:        " + note));
    return lines;
  }

  void writeJson(PrintStream out) throws IOException {
    Json.object(out, "simulate", this::writeFields);
  }

  private void writeFields(JsonGenerator json) throws IOException {
    Verdict verdict = answer.verdict();
    Connection connection = answer.connection();
    Json.element(json, "design", policy.design());
    json.writeStringField("evaluationDate", policy.evaluationDate().toString());
    Json.strategy(json, policy.strategyChoice());
    json.writeBooleanField("approvedOnly", policy.options().approvedOnly());
    json.writeStringField("routingDomain", connection.domain().name());
    end(json, "source", answer.source());
    end(json, "destination", answer.destination());
    json.writeStringField("protocol", IpProtocols.name(connection.protocol()));
    if (IpProtocols.hasPorts(connection.protocol())) {
      json.writeNumberField("port", connection.port());
    }
    if (IpProtocols.isIcmp(connection.protocol())) {
      json.writeNumberField("icmpType", connection.icmpType());
      json.writeNumberField("icmpCode", connection.icmpCode());
    }
    json.writeStringField("verdict", answer.verdictText());
    Json.element(json, "flow", verdict.flow());
    Json.element(json, "tripwire", verdict.tripwire());
    Json.elements(json, "enforcedAt", verdict.enforcedAt().stream().map(Enforcer::ref).toList());
    json.writeStringField(
        "inspection", verdict.inspection() == null ? null : verdict.inspection().getLiteral());
    json.writeBooleanField("logged", verdict.logged());
    json.writeStringField("reason", verdict.reason());
    Json.texts(json, "notes", answer.notes());
  }

  private static void end(JsonGenerator json, String field, End end) throws IOException {
    json.writeObjectFieldStart(field);
    Json.element(json, "server", end.server() == null ? null : end.server().ref());
    json.writeStringField("address", end.address().toString());
    json.writeEndObject();
  }
}
