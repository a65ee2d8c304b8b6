package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.Style;
import org.firebreak.cli.io.StyledLine;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.core.diff.ElementChange;
import org.firebreak.core.validation.Finding;

/**
 * What fixing has done, as text and as JSON.
 *
 * @param left findings that were to be fixed and are still open
 * @param unsafe whether fixes might change what is permitted
 * @param output where the design was saved; {@code null} if it was not
 */
record FixReport(
    String file,
    FixRun.Outcome outcome,
    DesignDifference changes,
    int left,
    boolean unsafe,
    Path output) {

  List<StyledLine> lines() {
    List<StyledLine> lines = new ArrayList<>();
    for (FixRun.Applied applied : outcome.applied()) {
      lines.add(
          StyledLine.of(Style.STRONG, applied.finding().rule())
              .then(" " + applied.fix().label())
              .then(Style.WARNING, applied.fix().safe() ? "" : " (changes what is permitted)"));
    }
    if (!changes.isEmpty()) {
      lines.add(StyledLine.of(""));
      lines.add(StyledLine.of(Style.STRONG, "Changes: " + changes.summary()));
      changes.added().forEach(each -> lines.add(line(Style.ADDED, "+", each)));
      changes.removed().forEach(each -> lines.add(line(Style.REMOVED, "-", each)));
      changes.changed().forEach(each -> lines.add(line(Style.PLAIN, "~", each)));
      lines.add(StyledLine.of(""));
    }
    for (Finding finding : outcome.fresh()) {
      lines.add(
          StyledLine.of(Style.WARNING, "new  ")
              .then(Style.STRONG, finding.rule())
              .then(" " + finding.message() + "."));
    }
    lines.add(StyledLine.of(summary()));
    return lines;
  }

  private static StyledLine line(Style style, String sign, ElementChange change) {
    return StyledLine.of(style, "  " + sign + " " + change);
  }

  private String summary() {
    int applied = outcome.applied().size();
    String fixes =
        applied == 0
            ? "nothing to fix"
            : (output == null ? "would apply " : "applied ")
                + (applied == 1 ? "1 fix" : applied + " fixes")
                + "; "
                + Texts.count(outcome.gone().size(), "finding")
                + " gone, "
                + (outcome.fresh().isEmpty() ? "none" : outcome.fresh().size())
                + " new";
    return file
        + ": "
        + fixes
        + (left == 0
            ? ""
            : "; " + left + " left that need a person" + (unsafe ? "" : " or --unsafe"))
        + (output == null ? "" : "; saved " + output);
  }

  void writeJson(PrintStream out) throws IOException {
    Json.object(out, "fix", this::fields);
  }

  private void fields(JsonGenerator json) throws IOException {
    Json.element(json, "design", outcome.after().design());
    json.writeStringField("output", output == null ? null : output.toString());
    json.writeArrayFieldStart("fixes");
    for (FixRun.Applied applied : outcome.applied()) {
      json.writeStartObject();
      json.writeStringField("rule", applied.finding().rule());
      json.writeStringField("label", applied.fix().label());
      json.writeBooleanField("safe", applied.fix().safe());
      Json.elements(json, "elements", applied.finding().elements());
      json.writeEndObject();
    }
    json.writeEndArray();
    changes(json, "added", changes.added());
    changes(json, "removed", changes.removed());
    changes(json, "changed", changes.changed());
    findings(json, "gone", outcome.gone());
    findings(json, "new", outcome.fresh());
    json.writeNumberField("left", left);
  }

  private static void changes(JsonGenerator json, String field, List<ElementChange> changes)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (ElementChange change : changes) {
      json.writeStartObject();
      json.writeStringField("kind", change.kind());
      json.writeStringField("name", change.label());
      json.writeStringField("id", change.id());
      Json.texts(json, "attributes", change.attributes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void findings(JsonGenerator json, String field, List<Finding> findings)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule());
      json.writeStringField("severity", finding.severity().label());
      json.writeStringField("message", finding.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
