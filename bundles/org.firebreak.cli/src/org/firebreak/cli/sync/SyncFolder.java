package org.firebreak.cli.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a synchronisation keeps.
 *
 * <pre>
 * current/design.firebreak   the design as synchronised last
 * current/bundle/…           its policy bundle, with the change set since the one before
 * current/run.json           number and fingerprint of the run
 * previous/…                 the state before, until the next run
 * pending/…                  what is being made, or waits to be applied
 * rehearsal/…                what is computed to warm up, and thrown away
 * audit.jsonl                what changed and why
 * </pre>
 *
 * A pending state with the mark {@code applied} has succeeded and only has to be put in place;
 * without it, it is made anew.
 */
final class SyncFolder {
  static final String BUNDLE = "bundle";
  static final String APPLY = "apply";
  static final String DESIGN = "design.firebreak";
  private static final String RUN = "run.json";
  private static final String AUDIT = "audit.jsonl";
  private static final String APPLIED = "applied";

  private final Path root;

  /**
   * What a run was made from.
   *
   * @param number from 1; 0 before the first run
   * @param fingerprint SHA-256 over design and settings; {@code null} before the first run
   */
  record RunEntry(long number, String fingerprint) {
    static final RunEntry NONE = new RunEntry(0, null);
  }

  SyncFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * Checks that the folder is new, empty or one of ours.
   *
   * @throws IOException if it holds anything else
   */
  void check() throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<String> own = List.of("current", "previous", "pending", "rehearsal", AUDIT, ".lock");
    try (Stream<Path> content = Files.list(root)) {
      for (Path each : content.toList()) {
        if (!own.contains(each.getFileName().toString())) {
          throw new IOException(
              root + " holds " + each.getFileName() + "; name an empty folder for -o");
        }
      }
    }
  }

  Path root() {
    return root;
  }

  Path current() {
    return root.resolve("current");
  }

  Path pending() {
    return root.resolve("pending");
  }

  Path rehearsal() {
    return root.resolve("rehearsal");
  }

  Path audit() {
    return root.resolve(AUDIT);
  }

  boolean hasState() {
    return Files.isDirectory(current());
  }

  /** Finishes what a killed run had applied, and clears away what it had not. */
  void recover() throws IOException {
    HookProcess.endLeftOver(pending().resolve(APPLY).resolve(HookRun.NOTE));
    if (Files.exists(pending().resolve(APPLIED))) {
      place();
    }
    if (!hasState() && Files.isDirectory(root.resolve("previous"))) {
      Files.move(root.resolve("previous"), current(), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.deleteIfExists(current().resolve(APPLIED));
    Files.deleteIfExists(current().resolve(AUDIT));
    delete(pending());
    delete(rehearsal());
  }

  RunEntry run() throws IOException {
    Path file = current().resolve(RUN);
    if (!Files.exists(file)) {
      return RunEntry.NONE;
    }
    long number = 0;
    String fingerprint = null;
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_INT && json.currentName().equals("run")) {
          number = json.getLongValue();
        } else if (token == JsonToken.VALUE_STRING && json.currentName().equals("fingerprint")) {
          fingerprint = json.getText();
        }
      }
    }
    return new RunEntry(number, fingerprint);
  }

  /** Starts a pending state. */
  void begin() throws IOException {
    delete(pending());
    Files.createDirectories(pending());
  }

  /** Completes the pending state beside its bundle. */
  void complete(RunEntry run, byte[] design, byte[] auditLines) throws IOException {
    Files.write(pending().resolve(DESIGN), design);
    Files.write(pending().resolve(AUDIT), auditLines);
    try (OutputStream out = Files.newOutputStream(pending().resolve(RUN));
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("run", run.number());
      json.writeStringField("fingerprint", run.fingerprint());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** Makes the pending state the current one. */
  void advance() throws IOException {
    Files.createFile(pending().resolve(APPLIED));
    place();
  }

  private void place() throws IOException {
    AuditLog.append(audit(), Files.readAllBytes(pending().resolve(AUDIT)));
    Path previous = root.resolve("previous");
    if (hasState()) {
      delete(previous);
      Files.move(current(), previous, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(pending(), current(), StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(current().resolve(APPLIED));
    Files.deleteIfExists(current().resolve(AUDIT));
  }

  /** Removes the pending state. */
  void discard() throws IOException {
    delete(pending());
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
