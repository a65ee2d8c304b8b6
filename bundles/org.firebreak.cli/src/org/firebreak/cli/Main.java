package org.firebreak.cli;

import java.io.PrintStream;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.StandardStreams;

/** Runs one command. */
public final class Main {
  private Main() {}

  /** Runs a command in plain Java and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(runOnStandardStreams(args));
  }

  static int runOnStandardStreams(String[] args) {
    try (PrintStream out = StandardStreams.out();
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
   * @param out takes results, UTF-8 recommended
   * @param err takes messages
   * @return exit code: 0 done, 1 findings, 2 usage, 3 bad input, 4 internal error
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return run(args, new Console(out, err, false));
  }

  private static int run(String[] args, Console console) {
    try (console) {
      return CommandLines.create(console).execute(args);
    } catch (RuntimeException | Error e) {
      return new Failures(console).report(e);
    }
  }
}
