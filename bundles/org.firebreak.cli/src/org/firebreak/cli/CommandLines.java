package org.firebreak.cli;

import java.io.PrintWriter;
import java.util.List;
import org.firebreak.cli.io.Console;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together. */
final class CommandLines {
  private static final int WIDTH = 100;

  private CommandLines() {}

  static CommandLine create(Console console) {
    // A quote in a value is an ordinary character; the parser would warn of one without a partner.
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    CommandLine line = new CommandLine(new FirebreakCommand(console));
    line.getCommandSpec().versionProvider(new Version());
    line.addSubcommand(new NewCommand(console))
        .addSubcommand(new ImportCommand(console))
        .addSubcommand(new ValidateCommand(console))
        .addSubcommand(new CoverageCommand(console))
        .addSubcommand(new ExplainCommand(console))
        .addSubcommand(new FixCommand(console))
        .addSubcommand(new AcceptCommand(console))
        .addSubcommand(profile(console))
        .addSubcommand(new SimulateCommand(console))
        .addSubcommand(new ExportCommand(console))
        .addSubcommand(new SyncCommand(console))
        .addSubcommand(new DiffCommand(console))
        .addSubcommand(new VerifyCommand(console))
        .addSubcommand(new PlanCommand(console))
        .addSubcommand(new EstimateCommand(console))
        .addSubcommand(new SizeCommand(console))
        .addSubcommand(new CatalogueCommand(console))
        .addSubcommand(new CompareCommand(console))
        .addSubcommand(new ReachCommand(console))
        .addSubcommand(new OptimiseCommand(console))
        .addSubcommand(new RenderCommand(console))
        .addSubcommand(new ServicesCommand(console))
        .addSubcommand(new PlatformsCommand(console))
        .addSubcommand(new RulesCommand(console))
        .addSubcommand(new CompletionCommand(console))
        .addSubcommand(new VersionCommand(console))
        .addSubcommand(new HelpCommand(console));
    line.setExpandAtFiles(false)
        .setTrimQuotes(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(WIDTH)
        .setOut(new PrintWriter(console.out(), true))
        .setErr(new PrintWriter(console.err(), true))
        .setParameterExceptionHandler((e, args) -> usage(e, console))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, console));
    for (CommandLine command : line.getSubcommands().values()) {
      head(command);
      command.getSubcommands().values().forEach(CommandLines::head);
    }
    head(line);
    return line;
  }

  private static CommandLine profile(Console console) {
    return new CommandLine(new ProfileCommand())
        .addSubcommand(new ProfileCommand.ListCommand(console))
        .addSubcommand(new ProfileCommand.ShowCommand(console));
  }

  private static void head(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .synopsisHeading("Usage: ")
        .descriptionHeading("%n")
        .parameterListHeading("%nParameters:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .footerHeading("%n");
  }

  private static int usage(ParameterException e, Console console) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    // Of an option with keys and values the library says "option option".
    console.warn(name + ": " + e.getMessage().replace("option option ", "option "));
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        console.warn("Did you mean " + String.join(" or ", suggestions) + "?");
      }
    }
    console.warn("Try: " + name + " --help");
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, Console console) throws Exception {
    if (e instanceof ParameterException parameter) {
      return usage(parameter, console);
    }
    return new Failures(console).report(e);
  }
}
