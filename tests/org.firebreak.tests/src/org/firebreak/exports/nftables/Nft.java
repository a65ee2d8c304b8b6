package org.firebreak.exports.nftables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The real nft, run in a network namespace of its own. */
public final class Nft {
  private static final long SECONDS = 120;

  /** What a run printed, and how it ended. */
  public record Result(int exit, String output) {}

  private Nft() {}

  /** Skips the test, saying why, where nft cannot be run. */
  public static void assumeAvailable() throws Exception {
    Assumptions.assumeTrue(isOnPath("nft"), "skipped: nft is not installed (package nftables)");
    Assumptions.assumeTrue(
        isOnPath("unshare"), "skipped: unshare is not installed (package util-linux)");
    Result probe = run(List.of("nft", "list", "ruleset"));
    Assumptions.assumeTrue(
        probe.exit() == 0,
        "skipped: network namespaces are not available: " + probe.output().strip());
  }

  public static boolean isOnPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return Files.isExecutable(Path.of("/usr/sbin", program));
  }

  /** {@code nft -c -f FILE} in an empty namespace. */
  public static Result check(Path file) throws Exception {
    return run(List.of("nft", "-c", "-f", file.toString()));
  }

  /** Checks many files in as few processes as possible; the output names the file that failed. */
  public static Result check(List<Path> files) throws Exception {
    StringBuilder script = new StringBuilder();
    for (Path file : files) {
      script.append("nft -c -f '").append(file).append("' || { echo '").append(file);
      script.append("'; exit 1; }\n");
    }
    return run(List.of("sh", "-c", script.toString()));
  }

  /** Runs a command in a network namespace of its own, as root of a user namespace if need be. */
  public static Result run(List<String> command) throws Exception {
    List<String> line = new ArrayList<>();
    line.add("unshare");
    line.add(isRoot() ? "-n" : "-rn");
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(line + " did not end");
    }
    return new Result(process.exitValue(), output);
  }

  public static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
