package org.firebreak.cli.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.firebreak.imports.sync.ServerChange;

/**
 * What changed and why, a JSON object a line, only ever appended to. The last line of a run has the
 * event {@code run}; a run whose last line is there is not written again.
 */
final class AuditLog {
  private static final JsonFactory JSON = new JsonFactory();

  private AuditLog() {}

  /** The lines of a run. */
  static byte[] lines(
      long run, Instant time, List<ServerChange> changes, String oldDesign, String newDesign)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (ServerChange change : changes) {
      line(
          out,
          json -> {
            head(json, run, time, change.kind().word());
            json.writeStringField("server", change.name());
            json.writeStringField("id", change.id());
            json.writeStringField("from", change.from());
            json.writeStringField("to", change.to());
            json.writeStringField("why", change.why());
            json.writeStringField("row", change.place().toString());
          });
    }
    line(
        out,
        json -> {
          head(json, run, time, "run");
          json.writeNumberField("changes", changes.size());
          json.writeStringField("previousDesign", oldDesign);
          json.writeStringField("design", newDesign);
        });
    return out.toByteArray();
  }

  /** The line of a run that a hook stopped. */
  static byte[] failure(long run, Instant time, String why) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(
        out,
        json -> {
          head(json, run, time, "apply-failed");
          json.writeStringField("why", why);
        });
    return out.toByteArray();
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static void head(JsonGenerator json, long run, Instant time, String event)
      throws IOException {
    json.writeStringField("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
    json.writeNumberField("run", run);
    json.writeStringField("event", event);
  }

  private static void line(ByteArrayOutputStream out, Fields fields) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    }
    out.write('\n');
  }

  /** Appends lines in one go and forces them to the disk; a line torn by a crash is ended first. */
  static void append(Path log, byte[] lines) throws IOException {
    byte[] last = lastLine(log);
    String text = new String(last, StandardCharsets.UTF_8);
    String end = lastOf(lines);
    if (text.equals(end)) {
      return;
    }
    boolean torn = last.length > 0 && last[last.length - 1] != '\n';
    byte[] all = new byte[lines.length + (torn ? 1 : 0)];
    all[0] = '\n';
    System.arraycopy(lines, 0, all, torn ? 1 : 0, lines.length);
    Files.write(
        log, all, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
  }

  private static String lastOf(byte[] lines) {
    String text = new String(lines, StandardCharsets.UTF_8);
    return text.substring(text.lastIndexOf('\n', text.length() - 2) + 1);
  }

  private static byte[] lastLine(Path log) throws IOException {
    if (!Files.exists(log)) {
      return new byte[0];
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long length = file.length();
      int window = 1 << 12;
      byte[] tail = new byte[(int) Math.min(window, length)];
      file.seek(length - tail.length);
      file.readFully(tail);
      int start = tail.length - 2;
      while (start >= 0 && tail[start] != '\n') {
        start--;
      }
      return java.util.Arrays.copyOfRange(tail, Math.min(start + 1, tail.length), tail.length);
    }
  }
}
