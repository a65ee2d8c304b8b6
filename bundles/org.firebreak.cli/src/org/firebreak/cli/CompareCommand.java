package org.firebreak.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.TextTable;
import org.firebreak.core.compare.ComparisonParameters;
import org.firebreak.core.compare.EffortWeight;
import org.firebreak.core.compare.NamedStrategy;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.optimise.Effort;
import org.firebreak.core.optimise.Optimiser;
import org.firebreak.core.optimise.ParetoFront;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.imports.appliances.ApplianceFiles;
import org.firebreak.model.Design;
import org.firebreak.report.ComparisonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak compare}. */
@Command(
    name = "compare",
    description = {
      "Compares group, micro and hybrid segmentation and the variants that the design keeps.",
      "",
      "For each it tells rules, devices, traffic, links, processors, which servers an intruder can",
      "reach, and what a change takes."
    },
    footer = {
      "The user guide (comparison) explains the figures.",
      "",
      "Examples:",
      "  firebreak compare shop.firebreak",
      "  firebreak compare shop.firebreak -o comparison.pdf",
      "  firebreak compare shop.firebreak --strategy group --strategy \"Web only\" --format json"
    })
final class CompareCommand implements Callable<Integer> {
  private static final int MOST_GROUPS = 200;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private DayOptions day;
  @Mixin private ReportOptions report;

  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      description =
          "Compare this one: group, micro, hybrid, or a variant of the design; may be repeated"
              + " (default: all).")
  private List<String> strategies = new ArrayList<>();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private String format = "text";

  @Option(
      names = "--weight",
      paramLabel = "KEY=VALUE",
      description =
          "What a part of a change weighs in the management effort: rule, object, central-point or"
              + " host-point; replaces that of the design; may be repeated.")
  private Map<String, Double> weights = new LinkedHashMap<>();

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!format.equals("text") && !format.equals("json")) {
      throw usage("--format is text or json, not " + format);
    }
    report.check(false);
    parameters(SizingParameters.defaults());
    Design loaded = design.load();
    SizingParameters sizing = SizingInputs.parameters(design, loaded);
    ComparisonParameters parameters = parameters(sizing);
    StrategyComparison comparison =
        StrategyComparison.of(
            loaded,
            day.toCompileOptions(),
            sizing,
            ApplianceFiles.of(design.path()),
            parameters,
            strategies(loaded),
            console.progress());
    if (report.isAsked()) {
      report.write(ComparisonReport.of(comparison, front(loaded)));
      console.say("wrote " + report.output());
    }
    if (console.isJson() || format.equals("json")) {
      Json.object(console.out(), "compare", json -> ComparisonJson.write(json, comparison));
    } else if (!report.isAsked()) {
      table(comparison);
    }
    return ExitCode.DONE;
  }

  /** The hybrids that are worth their effort in rules; none to choose from in a large design. */
  private Optional<ParetoFront> front(Design loaded) throws IOException {
    Optimiser optimiser =
        Optimiser.of(
            loaded,
            day.toCompileOptions(),
            SizingInputs.parameters(design, loaded),
            ApplianceFiles.of(design.path()));
    int groups = optimiser.candidates().size();
    return groups == 0 || groups > MOST_GROUPS
        ? Optional.empty()
        : Optional.of(optimiser.front(Effort.RULES, console.progress()));
  }

  private ComparisonParameters parameters(SizingParameters sizing) {
    ComparisonParameters parameters = new ComparisonParameters(sizing);
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      try {
        parameters =
            parameters.with(
                EffortWeight.byKey(weight.getKey())
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "no weight "
                                    + weight.getKey()
                                    + "; there are rule, object, central-point, host-point")),
                weight.getValue());
      } catch (IllegalArgumentException e) {
        throw usage(e.getMessage());
      }
    }
    return parameters;
  }

  private List<NamedStrategy> strategies(Design loaded) {
    List<NamedStrategy> all = NamedStrategy.all(loaded);
    if (strategies.isEmpty()) {
      return all;
    }
    List<NamedStrategy> chosen = new ArrayList<>();
    for (String name : strategies) {
      PolicyOptions.choice(loaded, name, spec.commandLine());
      all.stream()
          .filter(
              each ->
                  each.key().equals(name.toLowerCase(Locale.ROOT))
                      || each.key().equals(name)
                      || each.name().equals(name))
          .findFirst()
          .ifPresent(chosen::add);
    }
    return chosen.stream().distinct().toList();
  }

  private void table(StrategyComparison comparison) {
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of(""));
    for (int i = 0; i < comparison.results().size(); i++) {
      String name = comparison.results().get(i).strategy().name();
      head.add(i == comparison.inForce() ? name + " *" : name);
    }
    table.row(head.toArray(String[]::new));
    for (StrategyComparison.Row row : comparison.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.metric().label()));
      cells.addAll(row.texts());
      table.row(cells.toArray(String[]::new));
    }
    table.lines().forEach(console::result);
    console.say("Management effort = " + comparison.parameters().formula());
    if (comparison.inForce() >= 0) {
      console.say("* the strategy of the design");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
