package org.firebreak.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Threshold;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak validate}. */
@Command(
    name = "validate",
    description = {
      "Reports what is missing, too broad, risky, redundant or expired.",
      "",
      "Findings are errors, warnings or information; firebreak rules explains them."
    },
    footer = {
      "Exit code: 1 if a finding is as bad as --fail-on or worse, else 0.",
      "",
      "Examples:",
      "  firebreak validate shop.firebreak",
      "  firebreak validate shop.firebreak --fail-on error --json > findings.json",
      "  firebreak validate shop.firebreak --as-of 2030-01-31 --disable FB-503"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private PolicyOptions policy;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "warning",
      description =
          "Least severity that makes the exit code 1: error, warning or info (default: warning).")
  private FindingSeverity failOn;

  @Option(
      names = "--max-port-range",
      paramLabel = "PORTS",
      description = "Widest port range that is not reported (default: 100).")
  private int maxPortRange = Threshold.MAX_PORT_RANGE.standard();

  @Option(
      names = "--expiry-notice",
      paramLabel = "DAYS",
      description = "Days before its expiry from which a flow is reported (default: 30).")
  private int expiryNotice = Threshold.EXPIRY_NOTICE.standard();

  @Option(
      names = "--disable",
      paramLabel = "RULE",
      split = ",",
      description = "Leave out a rule, for instance FB-503; may be repeated.")
  private List<String> disabled = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Findings shown of each rule in text output (default: 20); 0 shows all. JSON holds all.")
  private int limit;

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ValidationProfile profile = profile();
    Design loaded = design.load();
    CompiledPolicy compiled = PolicyCompiler.compile(loaded, policy.toCompileOptions());
    ValidationResult result =
        ValidationRules.validate(loaded, compiled, profile, console.progress());
    FindingsReport report = new FindingsReport(design.name(), result);
    if (console.isJson()) {
      report.writeJson(console.out());
    } else {
      report.lines(limit).forEach(console::result);
    }
    return result.reaches(failOn) ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private ValidationProfile profile() {
    Set<String> ids = new HashSet<>();
    for (String id : disabled) {
      ids.add(
          ValidationRules.byId(id.strip())
              .orElseThrow(() -> usage("there is no rule '" + id + "'; firebreak rules lists them"))
              .info()
              .id());
    }
    try {
      return ValidationProfile.BASELINE
          .withLimit(Threshold.MAX_PORT_RANGE, maxPortRange)
          .withLimit(Threshold.EXPIRY_NOTICE, expiryNotice)
          .withDisabled(ids);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
