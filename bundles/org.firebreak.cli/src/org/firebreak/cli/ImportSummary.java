package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.Texts;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.spi.Counts;
import org.firebreak.imports.spi.ImportNote;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportedKind;

/** What an import did, as text and as JSON. */
final class ImportSummary {
  private final ImportReport report;

  ImportSummary(ImportReport report) {
    this.report = report;
  }

  /** Rejected rows and what deserves a look. */
  List<String> problems() {
    return Stream.concat(
            report.notes(Severity.ERROR).stream().map(note -> "rejected  " + note),
            report.notes(Severity.WARNING).stream().map(note -> "warning   " + note))
        .toList();
  }

  /** How things were understood. */
  List<String> remarks() {
    return report.notes(Severity.INFO).stream().map(note -> "note      " + note).toList();
  }

  /** A line for each kind of element. */
  List<String> counts() {
    return report.summary();
  }

  String outcome(Path target, boolean update) {
    String rejected =
        report.rejectedRows() == 0
            ? ""
            : "; " + Texts.count(report.rejectedRows(), "row") + " rejected";
    if (update && !report.hasChanges()) {
      return target + " is up to date" + rejected;
    }
    return (update ? "updated " : "wrote ") + target + rejected;
  }

  void writeJson(PrintStream out, Path target) throws IOException {
    Json.object(
        out,
        "import",
        json -> {
          json.writeStringField("output", target.toString());
          json.writeBooleanField("changed", report.hasChanges());
          json.writeNumberField("rejectedRows", report.rejectedRows());
          counts(json);
          notes(json);
          Json.texts(json, "unknownNames", report.unknownNames());
          Json.texts(json, "missing", report.missing());
        });
  }

  private void counts(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("counts");
    for (ImportedKind kind : ImportedKind.values()) {
      Counts counts = report.counts(kind);
      json.writeObjectFieldStart(kind.singular());
      json.writeNumberField("created", counts.created());
      json.writeNumberField("updated", counts.updated());
      json.writeNumberField("unchanged", counts.unchanged());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void notes(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("notes");
    for (ImportNote note : report.notes()) {
      json.writeStartObject();
      json.writeStringField("severity", note.severity().name().toLowerCase(Locale.ROOT));
      json.writeStringField("file", note.file());
      json.writeStringField("sheet", note.sheet());
      json.writeNumberField("row", note.row());
      json.writeStringField("column", note.column());
      json.writeStringField("message", note.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
