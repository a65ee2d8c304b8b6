package org.firebreak.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.firebreak.cli.io.Console;
import org.firebreak.core.progress.CancelledException;
import org.firebreak.exports.verify.VerificationException;

/** Turns exceptions into messages and exit codes. */
final class Failures {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  /** Reports what ended a command, and says with which exit code. */
  int report(Throwable failure) {
    switch (failure) {
      case NoSuchFileException e -> {
        console.warn(e.getFile() + ": no such file; check the path and the spelling");
        return ExitCode.BAD_INPUT;
      }
      case VerificationException e -> {
        e.getMessage().lines().forEach(console::warn);
        return internal(e);
      }
      case IOException e -> {
        console.warn(message(e));
        return ExitCode.BAD_INPUT;
      }
      case UncheckedIOException e -> {
        return report(e.getCause());
      }
      case InvalidPathException e -> {
        console.warn("not a file name: " + e.getMessage());
        return ExitCode.USAGE;
      }
      case CancelledException e -> {
        console.warn("cancelled; nothing was changed");
        return ExitCode.INTERNAL_ERROR;
      }
      case OutOfMemoryError e -> {
        console.warn(
            "out of memory; allow more, for instance by FIREBREAK_JAVA_OPTIONS=-Xmx8g, and run it"
                + " again");
        return internal(e);
      }
      default -> {
        return internal(failure);
      }
    }
  }

  private static String message(IOException e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    // The system's own exceptions name the file alone.
    return switch (e) {
      case AccessDeniedException denied ->
          denied.getFile() + ": permission denied; check its permissions and those of the folder";
      case NotDirectoryException file -> file.getFile() + ": is not a folder; name a folder";
      case FileSystemException system when system.getReason() == null ->
          text + ": " + system.getClass().getSimpleName().replace("Exception", "");
      default -> text;
    };
  }

  private int internal(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    String log =
        "Firebreak "
            + Version.current()
            + ", Java "
            + System.getProperty("java.version")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + "\n\n"
            + trace;
    try {
      Path file = write(log);
      console.warn("internal error: " + failure);
      console.warn("Details are in " + file + "; please attach that file to a report.");
    } catch (IOException e) {
      console.warn("internal error, and no log file can be written (" + e.getMessage() + "):");
      log.lines().forEach(console::warn);
    }
    return ExitCode.INTERNAL_ERROR;
  }

  /** Beside the caches that the start script chose, else in the temporary folder. */
  private static Path write(String log) throws IOException {
    String state = System.getProperty("firebreak.state");
    Path folder =
        Files.createDirectories(
            state == null ? Path.of(System.getProperty("java.io.tmpdir")) : Path.of(state, "logs"));
    Path file =
        Files.createTempFile(
            folder, "firebreak-" + STAMP.format(LocalDateTime.now()) + "-", ".log");
    return Files.writeString(file, log);
  }
}
