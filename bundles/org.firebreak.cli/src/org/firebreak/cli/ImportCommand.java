package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.imports.ImportRefusedException;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.imports.input.InputLimits;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak import}. */
@Command(
    name = "import",
    description = {
      "Makes or updates a design from an inventory, a port matrix and an existing rule base.",
      "",
      "Files are CSV, XLSX (RVTools too) or a NetBox dump; their kind is recognised. Elements are",
      "found again by name and keep their ids and positions: the same import twice changes"
          + " nothing.",
      "",
      "A rule base is what a firewall enforces today: nft list ruleset, iptables-save and ipset"
          + " save,",
      "PAN-OS, AWS describe-security-groups, Kubernetes manifests and others. What it permits in"
          + " the",
      "end becomes proposed flows; each line that is not understood is listed."
    },
    footer = {
      "Exit code: 1 if a row or line was rejected or deserves a look, 3 if a file cannot be read,"
          + " or a row",
      "was rejected and the import is strict; then nothing is written.",
      "",
      "Examples:",
      "  firebreak import --inventory hosts.csv --flows ports.xlsx -o shop.firebreak",
      "  firebreak import --flows ports.csv --into shop.firebreak",
      "  firebreak import --inventory vms.xlsx --group-pattern '^([a-z]+)[0-9]+$' \\",
      "      --strategy hybrid -o shop.firebreak",
      "  firebreak import --policy rules.v4 rules.v6 sets.ipset --set policy-host=web1 \\",
      "      --into shop.firebreak"
    })
final class ImportCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Option(names = "--inventory", paramLabel = "FILE", description = "File that lists servers.")
  private Path inventory;

  @Option(names = "--flows", paramLabel = "FILE", description = "Port matrix: a row a flow.")
  private Path flows;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files or folders of one existing rule base.")
  private List<Path> policy = new ArrayList<>();

  @Option(
      names = "--into",
      paramLabel = "DESIGN",
      description = "Design to bring up to date (default: that of -o, if it exists).")
  private Path into;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DESIGN",
      description = "Where the design goes (default: that of --into).")
  private Path output;

  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      converter = StrategyConverter.class,
      description = "Segmentation of the design: group, micro or hybrid.")
  private StrategyKind strategy;

  @Option(
      names = "--group-pattern",
      paramLabel = "REGEX",
      description =
          "Regular expression whose first capture in a server's name is its group, where the"
              + " inventory states none.")
  private String groupPattern;

  @Option(names = "--strict", description = "Import nothing if a single row is rejected.")
  private boolean strict;

  @Option(
      names = "--inventory-format",
      paramLabel = "FORMAT",
      description = "Format of the inventory; it is recognised otherwise.")
  private String inventoryFormat;

  @Option(
      names = "--flows-format",
      paramLabel = "FORMAT",
      description = "Format of the port matrix; it is recognised otherwise.")
  private String flowsFormat;

  @Option(
      names = {"--policy-format", "--format"},
      paramLabel = "PLATFORM",
      description = "Platform of the rule base; it is recognised otherwise.")
  private String policyFormat;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Option of a format; firebreak platforms lists them.")
  private Map<String, String> options = new LinkedHashMap<>();

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ImportRequest request = request();
    Path target = output == null ? into : output;
    if (target == null) {
      throw usage("say with -o where the design goes");
    }
    Path base = into != null ? into : Files.exists(target) ? target : null;
    Design design =
        base == null || !Files.isRegularFile(base) && into == null
            ? NewElements.design(DesignName.of(target))
            : DesignFile.load(base);
    boolean update = base != null && base.equals(target);
    ImportReport report;
    try {
      report = Importer.run(new ModelEdit(design), request, console.progress());
    } catch (ImportRefusedException e) {
      new ImportSummary(e.report()).problems().forEach(console::warn);
      console.warn("nothing was imported, because the import is strict");
      return ExitCode.BAD_INPUT;
    }
    // A design that did not change keeps its file, and so its time stamp.
    if (!update || report.hasChanges()) {
      OutputFile.write(target, DesignFile.toBytes(design));
    }
    print(new ImportSummary(report), target, update);
    return report.rejectedRows() > 0 || report.hasFindings() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private ImportRequest request() {
    if (inventory == null && flows == null && policy.isEmpty()) {
      throw usage("name what to import by --inventory, --flows, --policy or several of them");
    }
    try {
      return new ImportRequest(
          inventory,
          flows,
          policy,
          inventoryFormat,
          flowsFormat,
          policyFormat,
          groupPattern,
          strict,
          strategy,
          options,
          InputLimits.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private void print(ImportSummary summary, Path target, boolean update) throws IOException {
    if (console.isJson()) {
      summary.writeJson(console.out(), target);
      return;
    }
    summary.problems().forEach(console::warn);
    summary.remarks().forEach(console::say);
    summary.counts().forEach(console::say);
    console.say(summary.outcome(target, update));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
