package org.firebreak.ui.recovery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.firebreak.diagram.FileStamp;
import org.firebreak.model.io.AtomicFile;
import org.firebreak.model.io.DesignFile;

/**
 * The folder of the copies: each is a design and, beside it, what is known of it. A copy belongs to
 * the process that writes it; it is abandoned when that process has ended without removing it.
 */
final class RecoveryStore {
  private static final String ABOUT = ".properties";
  private static final String DESIGN = "." + DesignFile.EXTENSION;

  private final Path folder;
  private final ProcessHandle owner;

  RecoveryStore(Path folder) {
    this(folder, ProcessHandle.current());
  }

  RecoveryStore(Path folder, ProcessHandle owner) {
    this.folder = folder;
    this.owner = owner;
  }

  /**
   * Writes a copy, replacing an earlier one of the same key. What is known of it follows its
   * content, so that a copy without it is not complete.
   *
   * @throws IOException if the folder cannot be written
   */
  void write(RecoveryEntry entry, byte[] content) throws IOException {
    Files.createDirectories(folder);
    AtomicFile.write(design(entry.key()), content);
    Properties about = new Properties();
    about.setProperty("file", entry.file() == null ? "" : entry.file().toString());
    about.setProperty("name", entry.name());
    about.setProperty("saved", entry.saved().toString());
    about.setProperty("modified", Long.toString(entry.stamp().modified()));
    about.setProperty("size", Long.toString(entry.stamp().size()));
    about.setProperty("sha256", entry.hash());
    about.setProperty("process", identity(owner));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    about.store(out, null);
    AtomicFile.write(about(entry.key()), out.toByteArray());
  }

  /**
   * Removes a copy, if there is one.
   *
   * @throws IOException if the folder cannot be written
   */
  void remove(String key) throws IOException {
    Files.deleteIfExists(about(key));
    Files.deleteIfExists(design(key));
  }

  /** The copies whose processes have ended, the newest first. */
  List<RecoveryEntry> abandoned() throws IOException {
    List<RecoveryEntry> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(ABOUT)).toList()) {
          read(file).ifPresent(entries::add);
        }
      }
    }
    entries.sort(Comparator.comparing(RecoveryEntry::saved).reversed());
    return entries;
  }

  /** The design of a copy. */
  Path design(String key) {
    return folder.resolve(key + DESIGN);
  }

  private Path about(String key) {
    return folder.resolve(key + ABOUT);
  }

  private Optional<RecoveryEntry> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    String key = name.substring(0, name.length() - ABOUT.length());
    Properties about = new Properties();
    try {
      about.load(new ByteArrayInputStream(Files.readAllBytes(file)));
    } catch (IllegalArgumentException e) {
      // Damaged: the other copies are offered all the same.
      return Optional.empty();
    }
    if (!Files.exists(design(key)) || isAlive(about.getProperty("process", ""))) {
      return Optional.empty();
    }
    try {
      String path = about.getProperty("file", "");
      return Optional.of(
          new RecoveryEntry(
              key,
              path.isEmpty() ? null : Path.of(path),
              about.getProperty("name", key),
              Instant.parse(about.getProperty("saved", "")),
              new FileStamp(
                  Long.parseLong(about.getProperty("modified", "")),
                  Long.parseLong(about.getProperty("size", ""))),
              about.getProperty("sha256", "")));
    } catch (DateTimeException | NumberFormatException | InvalidPathException e) {
      // Not written by this program, or by a later one: it is left alone.
      return Optional.empty();
    }
  }

  /** Process ids are used again; together with the time of their start they are not. */
  private static String identity(ProcessHandle process) {
    return process.pid()
        + "@"
        + process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private static boolean isAlive(String identity) {
    int at = identity.indexOf('@');
    if (at < 1) {
      return false;
    }
    try {
      return ProcessHandle.of(Long.parseLong(identity.substring(0, at)))
          .filter(ProcessHandle::isAlive)
          .map(process -> identity(process).equals(identity))
          .orElse(false);
    } catch (NumberFormatException e) {
      // Written by hand: whoever did is no process.
      return false;
    }
  }
}
