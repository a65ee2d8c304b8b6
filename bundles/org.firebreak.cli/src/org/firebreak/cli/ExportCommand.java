package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.model.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak export}. */
@Command(
    name = "export",
    description = {
      "Writes the policy of a design as rules for enforcement platforms.",
      "",
      "The bundle holds the rules of every enforcement point, and a manifest with hashes, the"
          + " origin",
      "of every rule, and what a platform cannot express. The folder must be new, empty or an"
          + " older",
      "bundle, which is replaced as a whole."
    },
    footer = {
      "Exit code: 1 if something permits more than the design says, for instance because a"
          + " firewall",
      "has no platform; with --strict also if something denies more; else 0. The bundle is"
          + " written.",
      "",
      "Examples:",
      "  firebreak export shop.firebreak --platform nftables,panos -o policy",
      "  firebreak export shop.firebreak --platform all --approved-only --as-of 2030-01-31 -o"
          + " policy",
      "  firebreak export shop.firebreak --phase monitor --phase-of \"DMZ=enforce\" -o policy"
    })
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private PolicyOptions policy;
  @Mixin private RolloutOptions rollout;

  @Option(
      names = "--platform",
      paramLabel = "PLATFORMS",
      defaultValue = "all",
      description =
          "Platforms, separated by commas, or all (default); firebreak platforms lists them.")
  private String platforms;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description = "Where the bundle goes.")
  private Path output;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Option of a platform, as platform.key=value or key=value for all that have it; may be"
              + " repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--strict",
      description = "Exit code 1 also if a platform denies more than the design says.")
  private boolean strict;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Exporter> exporters = exporters();
    CompiledPolicy compiled = compile(design.load());
    ExportReport report = write(compiled, exporters);
    ExportSummary summary = new ExportSummary(report);
    if (console.isJson()) {
      summary.writeJson(console.out(), compiled);
    } else {
      summary.deviations().forEach(console::warn);
      summary.remarks().forEach(console::say);
      summary.lines().forEach(console::say);
    }
    return report.limitations().stream()
            .anyMatch(strict ? ExportSummary::deviates : ExportSummary::permitsMore)
        ? ExitCode.FINDINGS
        : ExitCode.DONE;
  }

  private CompiledPolicy compile(Design loaded) {
    return PolicyCompiler.compile(
        loaded, policy.toCompileOptions().withRollout(rollout.plan(loaded, spec.commandLine())));
  }

  private List<Exporter> exporters() {
    try {
      return Exporters.byIds(platforms);
    } catch (IllegalArgumentException e) {
      throw usage(e);
    }
  }

  private ExportReport write(CompiledPolicy compiled, List<Exporter> exporters) throws IOException {
    try {
      return BundleWriter.write(output, compiled, exporters, settings, console.progress());
    } catch (IllegalArgumentException e) {
      if (settings.isEmpty()) {
        throw e;
      }
      throw usage(e);
    }
  }

  private ParameterException usage(IllegalArgumentException e) {
    return new ParameterException(spec.commandLine(), e.getMessage(), e);
  }
}
