package org.firebreak.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The command line in a process of its own, which can be killed. */
public final class CliProcess {
  private static final String CLASS_PATH = classPath();

  private CliProcess() {}

  /** Skips the test where the classes cannot be had outside the framework. */
  public static void assumeAvailable(Path log) throws IOException, InterruptedException {
    Process process = start(log, List.of("--version"));
    boolean works = process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    process.destroyForcibly();
    Assumptions.assumeTrue(works, () -> "skipped: no class path for a second process, see " + log);
  }

  /** Starts it; what it says is appended to a file. */
  public static Process start(Path log, List<String> arguments) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                CLASS_PATH,
                "org.firebreak.cli.Main"));
    line.addAll(arguments);
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** In plain Java its own class path; in the framework the bundles that it was given. */
  private static String classPath() {
    String bundles = System.getProperty("osgi.bundles");
    if (bundles == null) {
      return System.getProperty("java.class.path");
    }
    Set<String> entries = new LinkedHashSet<>();
    for (String bundle : bundles.split(",")) {
      String path = bundle.replaceFirst("@.*$", "").replaceFirst("^(reference:)?(file:)?", "");
      Path classes = Path.of(path, "target", "classes");
      entries.add(Files.isDirectory(classes) ? classes.toString() : path);
      nested(Path.of(path), entries);
    }
    String framework = System.getProperty("osgi.framework", "").replaceFirst("^file:", "");
    entries.add(framework);
    return String.join(File.pathSeparator, entries);
  }

  private static void nested(Path bundle, Set<String> entries) {
    if (Files.isDirectory(bundle)) {
      try (Stream<Path> files = Files.list(bundle)) {
        files.map(Path::toString).filter(file -> file.endsWith(".jar")).forEach(entries::add);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
