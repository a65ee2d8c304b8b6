package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.Texts;
import org.firebreak.cli.sync.SyncOutcome;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.sync.ServerChange;

/** What a run of {@code sync} did, as text and as JSON. */
final class SyncSummary {
  private static final int SHOWN = 20;

  private final SyncOutcome outcome;
  private final Path folder;

  SyncSummary(SyncOutcome outcome, Path folder) {
    this.outcome = outcome;
    this.folder = folder;
  }

  int exitCode() {
    boolean cutOff =
        outcome.changes().stream()
            .anyMatch(change -> change.kind() == ServerChange.Kind.QUARANTINED);
    boolean contested = !outcome.changes().isEmpty() && !outcome.report().contested().isEmpty();
    boolean permitsMore =
        outcome.export() != null
            && outcome.export().limitations().stream().anyMatch(ExportSummary::permitsMore);
    return switch (outcome.kind()) {
      case STOPPED -> ExitCode.BAD_INPUT;
      case APPLY_FAILED -> ExitCode.FINDINGS;
      default ->
          cutOff || contested || permitsMore || outcome.report().rejectedRows() > 0
              ? ExitCode.FINDINGS
              : ExitCode.DONE;
    };
  }

  /** Rejected rows, servers that are cut off, and what stopped the run. */
  List<String> problems() {
    List<String> lines = new ArrayList<>();
    outcome.report().notes(Severity.ERROR).forEach(note -> lines.add("rejected  " + note));
    outcome.report().notes(Severity.WARNING).forEach(note -> lines.add("warning   " + note));
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(SHOWN, lines.size())));
    if (lines.size() > SHOWN) {
      shown.add("… and " + (lines.size() - SHOWN) + " more; --json lists them all");
    }
    switch (outcome.kind()) {
      case STOPPED -> {
        outcome.lines().forEach(line -> shown.add("stopped: " + line));
        shown.add("nothing was written");
      }
      case APPLY_FAILED -> {
        outcome.lines().forEach(line -> shown.add("apply: " + line));
        shown.add("the state is still that of run " + outcome.run());
      }
      default -> {}
    }
    return shown;
  }

  /** What changed, by kind, and what was written. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Map<ServerChange.Kind, Integer> kinds = new TreeMap<>();
    outcome.changes().forEach(change -> kinds.merge(change.kind(), 1, Integer::sum));
    kinds.forEach((kind, number) -> lines.add(kind.word() + ": " + Texts.count(number, "server")));
    switch (outcome.kind()) {
      case UNCHANGED -> {
        lines.addAll(outcome.lines());
        lines.add(folder + " is up to date: no changes");
      }
      case SYNCHRONISED -> {
        lines.add("rules: " + outcome.export().changes().difference().summary());
        lines.addAll(outcome.lines());
        lines.add("run " + outcome.run() + " is in " + folder.resolve("current"));
      }
      case DRY_RUN -> {
        lines.add("rules: " + outcome.export().changes().difference().summary());
        lines.addAll(outcome.lines());
        lines.add("the next state is in " + folder.resolve("pending"));
      }
      default -> {}
    }
    return lines;
  }

  void writeJson(PrintStream out) throws IOException {
    Json.object(
        out,
        "sync",
        json -> {
          json.writeStringField("result", outcome.kind().name().toLowerCase(Locale.ROOT));
          json.writeStringField("folder", folder.toString());
          json.writeNumberField("run", outcome.run());
          json.writeArrayFieldStart("changes");
          for (ServerChange change : outcome.changes()) {
            write(json, change);
          }
          json.writeEndArray();
          Json.texts(json, "quarantined", outcome.report().unplaced());
          Json.texts(json, "contestedAddresses", outcome.report().contested());
          json.writeNumberField("rejectedRows", outcome.report().rejectedRows());
          Json.texts(
              json, "notes", outcome.report().notes().stream().map(Object::toString).toList());
          Json.texts(json, "messages", outcome.lines());
        });
  }

  private static void write(JsonGenerator json, ServerChange change) throws IOException {
    json.writeStartObject();
    json.writeStringField("change", change.kind().word());
    json.writeStringField("server", change.name());
    json.writeStringField("id", change.id());
    json.writeStringField("from", change.from());
    json.writeStringField("to", change.to());
    json.writeStringField("why", change.why());
    json.writeStringField("row", change.place().toString());
    json.writeEndObject();
  }
}
