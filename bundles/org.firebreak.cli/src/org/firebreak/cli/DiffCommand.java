package org.firebreak.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.firebreak.cli.diff.BundlesDifference;
import org.firebreak.cli.diff.DesignsDifference;
import org.firebreak.cli.diff.Difference;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.cli.io.StyledLine;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.exports.compare.BundleDifference;
import org.firebreak.exports.stored.StoredBundle;
import org.firebreak.model.io.DesignFile;
import org.firebreak.report.DifferenceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak diff}. */
@Command(
    name = "diff",
    description = {
      "Compares two designs, or two policy bundles.",
      "",
      "Designs are compared element by element, bundles by platform, file and rule. Comments in"
          + " rule",
      "files are no difference, so neither is the day of an export."
    },
    footer = {
      "Exit code: 0 if both say the same, 1 if not, more if they cannot be compared.",
      "",
      "Examples:",
      "  firebreak diff shop-1.firebreak shop-2.firebreak",
      "  firebreak diff policy next.zip --format html -o changes.html"
    })
final class DiffCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON,
    HTML
  }

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "Design file (*.firebreak), or a bundle: its folder or ZIP file.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The same kind of thing, newer.")
  private Path after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json (as --json) or html (side by side, for reviews).")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the result goes (default: standard output).")
  private Path output;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Format chosen = format();
    Difference difference = isDesign(before) || isDesign(after) ? designs() : bundles();
    write(difference, chosen);
    console.say(difference.summary());
    return difference.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private Format format() {
    if (format == null) {
      return console.isJson() ? Format.JSON : Format.TEXT;
    }
    if (console.isJson() && format != Format.JSON) {
      throw usage(
          "--json and --format " + format.name().toLowerCase(Locale.ROOT) + " exclude each other");
    }
    return format;
  }

  private static boolean isDesign(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith("." + DesignFile.EXTENSION)
        && !Files.isDirectory(path);
  }

  private Difference designs() throws IOException {
    if (!isDesign(before) || !isDesign(after)) {
      throw usage("a design can only be compared with a design, and a bundle with a bundle");
    }
    return new DesignsDifference(
        before.toString(),
        after.toString(),
        DesignDifference.between(DesignFile.load(before), DesignFile.load(after)));
  }

  private Difference bundles() throws IOException {
    try (StoredBundle older = StoredBundle.open(before);
        StoredBundle newer = StoredBundle.open(after)) {
      return new BundlesDifference(
          before.toString(),
          after.toString(),
          BundleDifference.between(older, newer, console.progress()));
    }
  }

  private void write(Difference difference, Format chosen) throws IOException {
    if (output == null && chosen == Format.TEXT) {
      difference.lines().forEach(console::result);
    } else if (output == null) {
      write(difference, chosen, console.out());
    } else {
      try (OutputFile file = OutputFile.create(output)) {
        write(difference, chosen, file.stream());
        file.commit();
      }
      console.say("wrote " + output);
    }
  }

  private static void write(Difference difference, Format chosen, OutputStream out)
      throws IOException {
    switch (chosen) {
      case JSON -> Json.object(out, "diff", difference::write);
      case HTML ->
          out.write(DifferenceReport.html(difference.view()).getBytes(StandardCharsets.UTF_8));
      case TEXT -> out.write(text(difference.lines()).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String text(List<StyledLine> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.plain()).append('\n'));
    return text.toString();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
