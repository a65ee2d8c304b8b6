package org.firebreak.cli;

import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code firebreak completion}. */
@Command(
    name = "completion",
    description = "Prints a script for completion in bash and zsh.",
    footer = {
      "Examples:",
      "  source <(firebreak completion)",
      "  firebreak completion > ~/.local/share/bash-completion/completions/firebreak"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(AutoComplete.bash("firebreak", spec.root().commandLine()));
    console.out().print('\n');
    return ExitCode.DONE;
  }
}
