package org.firebreak.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.firebreak.cli.findings.Assessment;
import org.firebreak.cli.findings.Baseline;
import org.firebreak.cli.findings.BaselineFile;
import org.firebreak.cli.findings.FindingsFormat;
import org.firebreak.cli.findings.TextFindings;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.cli.io.StyledLine;
import org.firebreak.cli.io.Texts;
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
      "Findings are errors, warnings or information; firebreak explain tells why. What is judged,",
      "and how severely, says a profile: firebreak-profile.json beside the design, if it is there."
    },
    footer = {
      "Exit code: 1 if a finding is as bad as --fail-on or worse, else 0. With --baseline only new",
      "findings count; accepted ones never do.",
      "",
      "Examples:",
      "  firebreak validate shop.firebreak",
      "  firebreak validate shop.firebreak --fail-on error --json > findings.json",
      "  firebreak validate shop.firebreak --format sarif -o findings.sarif",
      "  firebreak validate shop.firebreak --baseline findings.json --format junit -o new.xml",
      "  firebreak validate shop.firebreak --profile strict --as-of 2030-01-31 --disable FB-503"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private ProfileOptions profiles;
  @Mixin private PolicyOptions policy;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (default), json (as --json), sarif (2.1.0, for code scanning), junit (XML, for CI"
              + " servers) or html (for reviews).")
  private FindingsFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the result goes (default: standard output).")
  private Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "warning",
      description =
          "Least severity that makes the exit code 1: error, warning or info (default: warning).")
  private FindingSeverity failOn;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Report only what an earlier result (JSON or SARIF) does not have, and count what is"
              + " gone.")
  private Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description =
          "Write what is open now as a baseline for later, SARIF if the name ends in .sarif, else"
              + " JSON.")
  private Path newBaseline;

  @Option(names = "--accepted", description = "List accepted findings too, with their reasons.")
  private boolean accepted;

  @Option(
      names = "--max-port-range",
      paramLabel = "PORTS",
      description = "Widest port range that is not reported (default: that of the profile, 100).")
  private Integer maxPortRange;

  @Option(
      names = "--expiry-notice",
      paramLabel = "DAYS",
      description =
          "Days before its expiry from which a flow is reported (default: that of the profile,"
              + " 30).")
  private Integer expiryNotice;

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
          "Findings shown of each rule in text output (default: 20); 0 shows all. Other formats"
              + " hold all.")
  private int limit;

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    FindingsFormat chosen = format();
    ValidationProfile profile = adjusted(profiles.of(design));
    Baseline earlier = baseline == null ? null : BaselineFile.read(baseline);
    Design loaded = design.load();
    CompiledPolicy compiled = PolicyCompiler.compile(loaded, policy.toCompileOptions(loaded));
    ValidationResult result =
        ValidationRules.validate(loaded, compiled, profile, console.progress());
    boolean lines = chosen.tellsLines() || newBaseline != null;
    Assessment whole =
        Assessment.of(design.name(), loaded, result, profile, failOn, lines ? design::text : null);
    if (newBaseline != null) {
      writeBaseline(whole);
    }
    Assessment reported = earlier == null ? whole : whole.against(earlier);
    write(reported, chosen);
    return reported.fails() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private FindingsFormat format() {
    if (format == null) {
      return console.isJson() ? FindingsFormat.JSON : FindingsFormat.TEXT;
    }
    if (console.isJson() && format != FindingsFormat.JSON) {
      throw usage("--json and --format " + label(format) + " exclude each other");
    }
    return format;
  }

  private static String label(FindingsFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private void writeBaseline(Assessment whole) throws IOException {
    boolean sarif = newBaseline.toString().toLowerCase(Locale.ROOT).endsWith(".sarif");
    try (OutputFile file = OutputFile.create(newBaseline)) {
      (sarif ? FindingsFormat.SARIF : FindingsFormat.JSON)
          .write(whole, Version.current(), file.stream());
      file.commit();
    }
    console.say("wrote " + newBaseline);
  }

  private void write(Assessment assessment, FindingsFormat chosen) throws IOException {
    if (chosen == FindingsFormat.TEXT) {
      List<StyledLine> lines = TextFindings.lines(assessment, limit, accepted);
      if (output == null) {
        lines.forEach(console::result);
        return;
      }
      StringBuilder text = new StringBuilder();
      lines.forEach(line -> text.append(line.plain()).append('\n'));
      OutputFile.write(output, text.toString().getBytes(StandardCharsets.UTF_8));
    } else if (output == null) {
      chosen.write(assessment, Version.current(), console.out());
      return;
    } else {
      try (OutputFile file = OutputFile.create(output)) {
        chosen.write(assessment, Version.current(), file.stream());
        file.commit();
      }
    }
    console.say(
        "wrote " + output + ": " + Texts.count(assessment.result().findings().size(), "finding"));
  }

  private ValidationProfile adjusted(ValidationProfile profile) {
    Set<String> ids = new TreeSet<>(profile.disabled());
    for (String id : disabled) {
      ids.add(
          ValidationRules.byId(id.strip())
              .orElseThrow(() -> usage("there is no rule '" + id + "'; firebreak rules lists them"))
              .info()
              .id());
    }
    try {
      ValidationProfile adjusted = profile.withDisabled(ids);
      if (maxPortRange != null) {
        adjusted = adjusted.withLimit(Threshold.MAX_PORT_RANGE, maxPortRange);
      }
      if (expiryNotice != null) {
        adjusted = adjusted.withLimit(Threshold.EXPIRY_NOTICE, expiryNotice);
      }
      return adjusted;
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
