package org.firebreak.cli;

import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak help}. */
@Command(
    name = "help",
    description = "Explains Firebreak or one of its commands.",
    footer = {"Examples:", "  firebreak help", "  firebreak help simulate"})
final class HelpCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "Command to explain.")
  private String command;

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    CommandLine explained = command == null ? root : root.getSubcommands().get(command);
    if (explained == null) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no command '"
              + command
              + "'; there are "
              + String.join(", ", root.getSubcommands().keySet()));
    }
    explained.usage(console.out());
    return ExitCode.DONE;
  }
}
