package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.TextTable;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.rules.ValidationRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak rules}. */
@Command(
    name = "rules",
    description = "Lists the rules of validate, or explains one.",
    footer = {"Examples:", "  firebreak rules", "  firebreak rules FB-302"})
final class RulesCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RULE",
      description = "Rule to explain, for instance FB-302.")
  private String id;

  @Option(names = "--markdown", description = "Print the reference of all rules as Markdown.")
  private boolean markdown;

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<RuleInfo> rules = chosen();
    if (markdown) {
      console.out().print(RuleReference.markdown());
    } else if (console.isJson()) {
      Json.object(console.out(), "rules", json -> write(json, rules));
    } else if (id != null) {
      explain(rules.get(0));
    } else {
      TextTable table = new TextTable();
      rules.forEach(
          rule ->
              table.row(rule.id(), rule.severity().label(), rule.category().title(), rule.title()));
      table.lines().forEach(console::result);
      console.say("firebreak explain RULE explains a rule.");
    }
    return ExitCode.DONE;
  }

  private List<RuleInfo> chosen() {
    if (id == null) {
      return ValidationRules.all().stream().map(ValidationRule::info).toList();
    }
    return List.of(RuleArgument.rule(id, spec.commandLine()));
  }

  private void explain(RuleInfo rule) {
    console.result(rule.id() + " " + rule.title());
    console.result(rule.category().title() + ", usually " + rule.severity().label());
    console.result("");
    console.result(rule.rationale());
    console.result("");
    console.result("Example: " + rule.example());
  }

  private static void write(JsonGenerator json, List<RuleInfo> rules) throws IOException {
    json.writeArrayFieldStart("rules");
    for (RuleInfo rule : rules) {
      json.writeStartObject();
      writeFields(json, rule);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes what there is to say of a rule, into an object that is open. */
  static void writeFields(JsonGenerator json, RuleInfo rule) throws IOException {
    json.writeStringField("id", rule.id());
    json.writeStringField("title", rule.title());
    json.writeStringField("category", rule.category().title());
    json.writeStringField("severity", rule.severity().label());
    json.writeStringField("rationale", rule.rationale());
    json.writeStringField("example", rule.example());
  }
}
