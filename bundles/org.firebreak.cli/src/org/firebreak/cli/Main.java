package org.firebreak.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.ResultStream;
import org.firebreak.cli.io.StandardStreams;

/** Runs one command. */
public final class Main {
  private Main() {}

  /** Runs a command in plain Java and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(runOnStandardStreams(args));
  }

  static int runOnStandardStreams(String[] args) {
    try (ResultStream out = StandardStreams.out();
        PrintStream err = StandardStreams.err()) {
      Console console = new Console(out, err, StandardStreams.isTerminal());
      console.setColored(StandardStreams.isColored());
      return run(args, console);
    }
  }

  /**
   * Runs a command.
   *
   * @param args command, options and parameters
   * @param out takes results, in UTF-8
   * @param err takes messages
   * @return exit code: 0 done, 1 findings, 2 usage, 3 bad input or no room for the result, 4
   *     internal error
   */
  public static int run(String[] args, OutputStream out, PrintStream err) {
    return run(args, new Console(ResultStream.to(out, StandardCharsets.UTF_8), err, false));
  }

  private static int run(String[] args, Console console) {
    try (console) {
      int exitCode = CommandLines.create(console).execute(args);
      Optional<IOException> lost = console.lost();
      if (lost.isEmpty()) {
        return exitCode;
      }
      console.warn("standard output: " + lost.get().getMessage() + "; the result is not complete");
      return Math.max(exitCode, ExitCode.BAD_INPUT);
    } catch (RuntimeException | Error e) {
      return new Failures(console).report(e);
    }
  }
}
