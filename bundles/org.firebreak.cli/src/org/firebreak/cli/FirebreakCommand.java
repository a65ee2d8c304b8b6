package org.firebreak.cli;

import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command before the commands, with the options that all of them take. */
@Command(
    name = "firebreak",
    description = {
      "Plans east-west segmentation: data-flow diagrams, policy, sizing.",
      "",
      "An inventory and a port matrix become a design; the design is checked, simulated,",
      "exported to enforcement platforms, and reported as a segmentation plan."
    },
    footer = {
      "Exit codes: 0 done, 1 findings, 2 usage, 3 bad input or output, 4 internal error.",
      "",
      "Examples:",
      "  firebreak import --inventory hosts.csv --flows ports.csv -o shop.firebreak",
      "  firebreak validate shop.firebreak",
      "  firebreak simulate shop.firebreak --from web1 --to db1 --protocol tcp --port 5432",
      "  firebreak export shop.firebreak --platform all -o policy",
      "",
      "firebreak help COMMAND explains a command."
    })
final class FirebreakCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Explain the command and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  private boolean version;

  FirebreakCommand(Console console) {
    this.console = console;
  }

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Print results and errors only, no progress and no summary.")
  private void setQuiet(boolean quiet) {
    console.setQuiet(quiet);
  }

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON.")
  private void setJson(boolean json) {
    console.setJson(json);
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description =
          "Colours in text: auto (on a terminal, unless NO_COLOR is set; the default), always or"
              + " never.")
  private void setColor(ColorChoice choice) {
    switch (choice) {
      case ALWAYS -> console.setColored(true);
      case NEVER -> console.setColored(false);
      case AUTO -> {}
    }
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
