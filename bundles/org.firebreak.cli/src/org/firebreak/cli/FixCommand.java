package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak fix}. */
@Command(
    name = "fix",
    description = {
      "Applies the fixes of findings and says what they change.",
      "",
      "Safe fixes leave what is permitted as it is and lose nothing that somebody entered; others",
      "need --unsafe. Of several fixes of a finding the best is taken; the window shows all."
    },
    footer = {
      "Exit code: 1 if findings of --rule are left, or new ones came, else 0.",
      "",
      "Examples:",
      "  firebreak fix shop.firebreak --rule FB-301 --dry-run",
      "  firebreak fix shop.firebreak --all-safe -o fixed.firebreak",
      "  firebreak fix shop.firebreak --rule FB-103 --element 'web → db' --unsafe"
    })
final class FixCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private ProfileOptions profiles;
  @Mixin private PolicyOptions policy;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      split = ",",
      description = "Fix the findings of this rule, for instance FB-301; may be repeated.")
  private List<String> rules = new ArrayList<>();

  @Option(names = "--all-safe", description = "Apply the safe fixes of all rules.")
  private boolean allSafe;

  @Option(
      names = "--unsafe",
      description = "With --rule: apply fixes that change what is permitted, too.")
  private boolean unsafe;

  @Option(
      names = "--element",
      paramLabel = "NAME",
      description = "Only findings that name this element, by its name or id.")
  private String element;

  @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
  private boolean dryRun;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the fixed design goes (default: in place).")
  private Path output;

  FixCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Predicate<Finding> wanted = wanted();
    Path target = output == null ? design.path() : output;
    if (target == null && !dryRun) {
      throw usage("a design from standard input needs -o FILE");
    }
    ValidationProfile profile = profiles.of(design);
    Design loaded = design.load();
    Design before = EcoreUtil.copy(loaded);
    FixRun run =
        new FixRun(
            new ModelEdit(loaded), policy.toCompileOptions(loaded), profile, console.progress());
    FixRun.Outcome outcome = run.run(wanted, unsafe);
    DesignDifference changes = DesignDifference.between(before, loaded);
    boolean saves = !dryRun && (!changes.isEmpty() || output != null);
    if (saves) {
      OutputFile.write(target, DesignFile.toBytes(loaded));
    }
    int left = (int) outcome.after().findings().stream().filter(wanted).count();
    FixReport report =
        new FixReport(design.name(), outcome, changes, left, unsafe, saves ? target : null);
    if (console.isJson()) {
      report.writeJson(console.out());
    } else {
      report.lines().forEach(console::result);
    }
    boolean unmended = left > 0 && !rules.isEmpty();
    return unmended || !outcome.fresh().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private Predicate<Finding> wanted() {
    if (rules.isEmpty() && !allSafe) {
      throw usage("say which findings: --rule RULE, or --all-safe");
    }
    if (unsafe && rules.isEmpty()) {
      throw usage("--unsafe needs --rule; fixes that change what is permitted go rule by rule");
    }
    if (unsafe && allSafe) {
      throw usage("--unsafe and --all-safe exclude each other");
    }
    Set<String> ids = new TreeSet<>();
    rules.forEach(id -> ids.add(RuleArgument.rule(id, spec.commandLine()).id()));
    return finding ->
        (ids.isEmpty() || ids.contains(finding.rule())) && FindingFilter.names(finding, element);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
