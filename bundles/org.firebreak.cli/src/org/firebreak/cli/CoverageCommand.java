package org.firebreak.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.core.coverage.Coverage;
import org.firebreak.core.coverage.CoverageText;
import org.firebreak.core.coverage.FlowCoverage;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.model.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak coverage}. */
@Command(
    name = "coverage",
    description = {
      "Says of each flow which others permit the same, or what it alone permits.",
      "",
      "Exact over the five-tuple space: also where only the union of several flows covers one."
    },
    footer = {
      "Examples:",
      "  firebreak coverage shop.firebreak",
      "  firebreak coverage shop.firebreak --flow \"web → db\" --json"
    })
final class CoverageCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private PolicyOptions policy;

  @Option(
      names = "--flow",
      paramLabel = "NAME",
      description =
          "Only flows with this name or id, or with this client or server end; may be repeated.")
  private List<String> names = new ArrayList<>();

  private record Line(PolicyFlow flow, Coverage coverage) {}

  CoverageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Design loaded = design.load();
    CompiledPolicy compiled = PolicyCompiler.compile(loaded, policy.toCompileOptions(loaded));
    FlowCoverage coverage = FlowCoverage.of(compiled, console.progress());
    List<Line> lines =
        compiled.flows().stream()
            .filter(this::isAsked)
            .map(flow -> new Line(flow, coverage.coverByOthers(flow)))
            .toList();
    if (lines.isEmpty() && !names.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no active flow has the name or an end '" + names.get(0) + "'");
    }
    if (console.isJson()) {
      Json.object(console.out(), "coverage", json -> write(json, compiled, lines));
    } else {
      lines.forEach(
          line ->
              console.result(
                  line.flow().ref().name()
                      + " ("
                      + services(line.flow())
                      + "): "
                      + CoverageText.of(line.coverage())));
    }
    return ExitCode.DONE;
  }

  private boolean isAsked(PolicyFlow flow) {
    return names.isEmpty()
        || names.contains(flow.ref().name())
        || names.contains(flow.ref().id())
        || names.contains(flow.source().ref().name())
        || names.contains(flow.destination().ref().name());
  }

  private static String services(PolicyFlow flow) {
    return flow.services().stream()
        .map(service -> service.match().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static void write(JsonGenerator json, CompiledPolicy compiled, List<Line> lines)
      throws IOException {
    Json.element(json, "design", compiled.design());
    json.writeStringField("evaluationDate", compiled.evaluationDate().toString());
    Json.strategy(json, compiled.strategyChoice());
    json.writeArrayFieldStart("flows");
    for (Line line : lines) {
      json.writeStartObject();
      json.writeStringField("id", line.flow().ref().id());
      json.writeStringField("flow", line.flow().ref().name());
      switch (line.coverage()) {
        case Coverage.Covered covered -> {
          json.writeStringField("coverage", "covered");
          json.writeArrayFieldStart("by");
          for (PolicyFlow each : covered.by()) {
            json.writeString(each.ref().id());
          }
          json.writeEndArray();
        }
        case Coverage.Open open -> {
          json.writeStringField("coverage", "open");
          json.writeStringField("example", open.example().toString());
        }
        case Coverage.Nothing nothing -> json.writeStringField("coverage", "nothing");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
