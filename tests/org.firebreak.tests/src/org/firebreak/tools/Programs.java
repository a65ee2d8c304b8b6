package org.firebreak.tools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Programs of others: of the distribution, and those of {@code tests/tools}, which Maven and {@code
 * ./test} fetch. A test that needs one that is not there is skipped, with the reason.
 */
public final class Programs {
  private static final long SECONDS = 300;

  /** How a run ended, and what it printed on both streams. */
  public record Result(int exit, String output) {}

  private Programs() {}

  /** The first of the programs that is on the path. */
  public static Optional<Path> find(String... names) {
    for (String name : names) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
        Path file = Path.of(folder, name);
        if (!folder.isEmpty() && Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /** The program; skips the test if it is not there. */
  public static String need(String name, String debian) {
    Optional<Path> program = find(name);
    assumeTrue(program.isPresent(), "skipped: " + name + " is not installed (" + debian + ")");
    return program.orElseThrow().toString();
  }

  /**
   * Runs a program.
   *
   * @param input what it reads
   * @throws IOException if it cannot be started or does not end
   */
  public static Result run(Path folder, List<String> input, List<String> command)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile(folder, "input", ".txt");
    Path out = Files.createTempFile(folder, "output", ".txt");
    Files.write(in, input);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command.get(0) + " did not end");
    }
    return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }

  /**
   * Reads files with a parser of {@code tests/tools} that Node.js runs.
   *
   * @return what the parser does not take, a line each
   */
  public static List<String> parse(Path folder, String script, List<Path> files)
      throws IOException, InterruptedException {
    Path tools = root().resolve(".tools/parsers");
    assumeTrue(
        Files.isDirectory(tools.resolve("node_modules")),
        "skipped: .tools/parsers is not there; ./test fetches it from npm");
    Result result =
        run(
            folder,
            files.stream().map(Path::toString).toList(),
            List.of(need("node", "packages nodejs, npm"), tools.resolve(script).toString()));
    List<String> lines = new ArrayList<>(result.output().lines().toList());
    if (result.exit() != 0 || !lines.remove("read " + files.size())) {
      throw new IOException(script + " failed: " + result.output());
    }
    return lines;
  }

  /** The folder of the jars that Maven copied; skips the test before the first build. */
  public static Path jars() {
    Path jars = root().resolve("tests/tools/target/jars");
    assumeTrue(
        Files.isDirectory(jars), "skipped: tests/tools/target/jars is not there; ./mvnw package");
    return jars;
  }

  private static Path root() {
    return Path.of(System.getProperty("firebreak.root", ".")).toAbsolutePath();
  }
}
