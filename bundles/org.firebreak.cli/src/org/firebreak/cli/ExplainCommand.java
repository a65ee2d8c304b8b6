package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.cli.findings.RulePages;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.Style;
import org.firebreak.cli.io.StyledLine;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ShippedProfile;
import org.firebreak.core.validation.ShippedProfiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak explain}. */
@Command(
    name = "explain",
    description = {
      "Explains a rule of validate: why it matters, with an example.",
      "",
      "firebreak rules lists the rules."
    },
    footer = {"Examples:", "  firebreak explain FB-302", "  firebreak explain FB-302 --markdown"})
final class ExplainCommand implements Callable<Integer> {
  private static final int WIDTH = 88;

  /** How a profile judges the rule; the severity is null if it leaves it out. */
  private record Judgement(String profile, FindingSeverity severity, String reason) {}

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RULE", description = "The rule, for instance FB-302.")
  private String id;

  @Option(names = "--markdown", description = "Print the page as Markdown.")
  private boolean markdown;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RuleInfo rule = RuleArgument.rule(id, spec.commandLine());
    if (console.isJson()) {
      Json.object(console.out(), "explain", json -> write(json, rule));
    } else if (markdown) {
      console.out().print("# " + rule.id() + " " + rule.title() + "\n\n");
      console.out().print(RulePages.markdown(rule));
      console.out().print("\n| profile | severity | why |\n| --- | --- | --- |\n");
      for (Judgement each : judgements(rule)) {
        console.out().print("| " + each.profile() + " | " + severity(each) + " | ");
        console.out().print(each.reason().replace("|", "\\|") + " |\n");
      }
    } else {
      page(rule);
    }
    return ExitCode.DONE;
  }

  private void page(RuleInfo rule) {
    console.result(StyledLine.of(Style.STRONG, rule.id() + " " + rule.title()));
    console.result(
        StyledLine.of(
            Style.FAINT, rule.category().title() + ", usually " + rule.severity().label()));
    section("Why it matters", rule.rationale());
    section("Example", rule.example());
    console.result("");
    console.result(StyledLine.of(Style.STRONG, "In profiles"));
    for (Judgement each : judgements(rule)) {
      console.result("  " + each.profile() + ": " + severity(each));
      paragraph(each.reason(), "    ");
    }
    console.result("");
    console.result(StyledLine.of(Style.STRONG, "What to do with findings"));
    console.result("  firebreak fix DESIGN --rule " + rule.id() + " --dry-run");
    console.result("  firebreak accept DESIGN --rule " + rule.id() + " --reason TEXT");
    console.result("  or \"disabled\": [\"" + rule.id() + "\"] in firebreak-profile.json");
  }

  private void section(String heading, String text) {
    console.result("");
    console.result(StyledLine.of(Style.STRONG, heading));
    paragraph(text, "  ");
  }

  private void paragraph(String text, String indent) {
    Texts.wrapped(text, WIDTH - indent.length()).forEach(line -> console.result(indent + line));
  }

  private static String severity(Judgement judgement) {
    return judgement.severity() == null ? "left out" : judgement.severity().label();
  }

  private static List<Judgement> judgements(RuleInfo rule) {
    List<Judgement> judgements = new ArrayList<>();
    for (ShippedProfile shipped : ShippedProfiles.all()) {
      boolean out = shipped.profile().disabled().contains(rule.id());
      judgements.add(
          new Judgement(
              shipped.profile().name(),
              out ? null : shipped.profile().severities().getOrDefault(rule.id(), rule.severity()),
              shipped.reasons().getOrDefault(rule.id(), "")));
    }
    return judgements;
  }

  private static void write(JsonGenerator json, RuleInfo rule) throws IOException {
    RulesCommand.writeFields(json, rule);
    json.writeArrayFieldStart("profiles");
    for (Judgement each : judgements(rule)) {
      json.writeStartObject();
      json.writeStringField("profile", each.profile());
      json.writeStringField("severity", each.severity() == null ? null : each.severity().label());
      json.writeStringField("reason", each.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
