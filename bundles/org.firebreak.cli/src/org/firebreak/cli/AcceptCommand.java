package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak accept}. */
@Command(
    name = "accept",
    description = {
      "Accepts findings with a reason, so that validate no longer reports them as open.",
      "",
      "The acceptance is stored in the design and listed in its reports. It holds until it"
          + " expires,",
      "or until the finding is about other elements."
    },
    footer = {
      "Exit code: 1 if there is no such finding, else 0.",
      "",
      "Examples:",
      "  firebreak accept shop.firebreak --rule FB-101 --element 'mon1 → *' \\",
      "      --reason 'Probes of all networks, change 4711' --expires 2030-06-30 --by Ada",
      "  firebreak accept shop.firebreak --rule FB-101 --withdraw"
    })
final class AcceptCommand implements Callable<Integer> {
  private static final int MOST_CHARACTERS = 2_000;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private ProfileOptions profiles;
  @Mixin private PolicyOptions policy;

  @Option(
      names = "--rule",
      required = true,
      paramLabel = "RULE",
      description = "Rule whose findings are accepted, for instance FB-101.")
  private String rule;

  @Option(
      names = "--element",
      paramLabel = "NAME",
      description = "Only findings that name this element, by its name or id (default: all).")
  private String element;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why they are accepted.")
  private String reason;

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "Last day of the acceptance (YYYY-MM-DD; default: for good).")
  private LocalDate expires;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who accepts them (default: the user's name).")
  private String by = System.getProperty("user.name");

  @Option(names = "--withdraw", description = "Take acceptances back instead.")
  private boolean withdraw;

  @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
  private boolean dryRun;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the design goes (default: in place).")
  private Path output;

  AcceptCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String id = RuleArgument.rule(rule, spec.commandLine()).id();
    checkOptions(policy.evaluationDate());
    Path target = output == null ? design.path() : output;
    if (target == null && !dryRun) {
      throw usage("a design from standard input needs -o FILE");
    }
    ValidationProfile profile = profiles.of(design);
    Design loaded = design.load();
    CompileOptions options = policy.toCompileOptions(loaded);
    List<String> done =
        withdraw
            ? withdraw(loaded, id)
            : accept(loaded, findings(loaded, id, profile, options), options);
    if (!done.isEmpty() && !dryRun) {
      OutputFile.write(target, DesignFile.toBytes(loaded));
    }
    report(id, done, done.isEmpty() || dryRun ? null : target);
    return done.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private void checkOptions(LocalDate day) {
    if (withdraw) {
      if (reason != null || expires != null) {
        throw usage("--withdraw takes neither --reason nor --expires");
      }
      return;
    }
    if (reason == null || reason.isBlank()) {
      throw usage("say why: --reason TEXT");
    }
    if (reason.length() > MOST_CHARACTERS || !reason.equals(Texts.printable(reason))) {
      throw usage("--reason is text of at most " + MOST_CHARACTERS + " characters");
    }
    if (expires != null && expires.isBefore(day)) {
      throw usage("--expires " + expires + " is before " + day + "; name a later day");
    }
  }

  private List<Finding> findings(
      Design loaded, String id, ValidationProfile profile, CompileOptions options) {
    return ValidationRules.validate(
            loaded, PolicyCompiler.compile(loaded, options), profile, console.progress())
        .findings()
        .stream()
        .filter(each -> each.rule().equals(id) && FindingFilter.names(each, element))
        .toList();
  }

  private List<String> accept(Design loaded, List<Finding> findings, CompileOptions options) {
    new ModelEdit(loaded)
        .run(
            "Accept findings",
            () -> {
              for (Finding finding : findings) {
                List<String> elements = finding.elements().stream().map(ElementRef::id).toList();
                // One that has expired makes room for the new one.
                loaded
                    .getAcceptedFindings()
                    .removeIf(
                        old ->
                            finding.rule().equals(old.getRule())
                                && elements.equals(old.getElements()));
                AcceptedFinding accepted = NewElements.acceptedFinding(finding.rule(), elements);
                accepted.setReason(reason.strip());
                accepted.setAcceptedBy(by);
                accepted.setAcceptedOn(options.evaluationDate());
                accepted.setExpiresOn(expires);
                loaded.getAcceptedFindings().add(accepted);
              }
            });
    return findings.stream().map(Finding::message).toList();
  }

  private List<String> withdraw(Design loaded, String id) {
    Acceptances acceptances = new Acceptances(loaded);
    List<AcceptedFinding> gone =
        loaded.getAcceptedFindings().stream()
            .filter(each -> id.equals(each.getRule()) && acceptances.names(each, element))
            .toList();
    List<String> texts = gone.stream().map(acceptances::text).toList();
    new ModelEdit(loaded)
        .run("Withdraw acceptances", () -> loaded.getAcceptedFindings().removeAll(gone));
    return texts;
  }

  private void report(String id, List<String> done, Path saved) throws IOException {
    if (console.isJson()) {
      Json.object(
          console.out(),
          "accept",
          json -> {
            json.writeStringField("rule", id);
            json.writeBooleanField("withdrawn", withdraw);
            Json.texts(json, "findings", done);
            json.writeStringField("output", saved == null ? null : saved.toString());
          });
      return;
    }
    done.forEach(text -> console.result((withdraw ? "withdrawn  " : "accepted  ") + text));
    String what = withdraw ? "acceptance" : "open finding";
    console.say(
        design.name()
            + ": "
            + (done.isEmpty()
                ? "no " + what + " of " + id + (element == null ? "" : " names " + element)
                : Texts.count(done.size(), withdraw ? "acceptance" : "finding")
                    + (withdraw ? " withdrawn" : " accepted"))
            + (saved == null ? "" : "; saved " + saved));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
