package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.cli.io.Texts;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.sizing.MissingEstimate;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.estimate.EstimateTemplate;
import org.firebreak.core.sizing.estimate.EstimateTemplates;
import org.firebreak.core.sizing.estimate.EstimatedFigure;
import org.firebreak.core.sizing.estimate.FlowEstimates;
import org.firebreak.core.sizing.estimate.FlowNames;
import org.firebreak.imports.estimate.EstimateImport;
import org.firebreak.imports.estimate.EstimateReport;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.io.DesignFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak estimate}. */
@Command(
    name = "estimate",
    description = {
      "Puts traffic estimates into the flows of a design, from a table or by a template.",
      "",
      "Each figure remembers where it comes from and how sure it is. A table, CSV or XLSX, has a",
      "column flow and any of average, peak, p95, largest connection, busy hour, profile,",
      "connections per second, duration, packet size, TLS share, inspection, source, confidence."
    },
    footer = {
      "Exit code: 1 if a row was rejected, or --missing found something, else 0.",
      "",
      "Examples:",
      "  firebreak estimate shop.firebreak --missing",
      "  firebreak estimate shop.firebreak --csv measured.csv",
      "  firebreak estimate shop.firebreak --template web-tier --flow 'users → web' --users 2000",
      "  firebreak estimate --list-templates"
    })
final class EstimateCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DESIGN",
      description = "Design file (*.firebreak); - reads it from standard input.")
  private String file;

  @Option(names = "--csv", paramLabel = "FILE", description = "Table of estimates (CSV, XLSX).")
  private Path table;

  @Option(
      names = "--template",
      paramLabel = "TEMPLATE",
      description = "Rule of thumb to estimate by; --list-templates lists them.")
  private String template;

  @Option(
      names = "--flow",
      paramLabel = "FLOW",
      description = "With --template: name or id of a flow; may be repeated.")
  private List<String> flows = new ArrayList<>();

  @Option(
      names = {"--users", "--count"},
      paramLabel = "N",
      description = "With --template: how many users, or what the template counts in.")
  private Double count;

  @Option(names = "--list-templates", description = "List the templates.")
  private boolean list;

  @Option(names = "--missing", description = "List the flows without a full estimate.")
  private boolean missing;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the design goes (default: in place).")
  private Path output;

  EstimateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    long actions =
        List.of(table != null, template != null, list, missing).stream()
            .filter(each -> each)
            .count();
    if (actions != 1) {
      throw usage("say one of --csv, --template, --missing and --list-templates");
    }
    if (list) {
      return listTemplates();
    }
    if (file == null) {
      throw usage("name the design");
    }
    DesignArgument design = DesignArgument.of(file);
    if (missing) {
      return missing(design.load());
    }
    Path target = output == null ? design.path() : output;
    if (target == null) {
      throw usage("a design from standard input needs -o FILE");
    }
    return template == null ? table(design, target) : template(design, target);
  }

  private int listTemplates() throws IOException {
    if (console.isJson()) {
      Json.object(
          console.out(),
          "estimate",
          json -> {
            json.writeArrayFieldStart("templates");
            for (EstimateTemplate each : EstimateTemplates.all()) {
              json.writeStartObject();
              json.writeStringField("key", each.key());
              json.writeStringField("title", each.title());
              json.writeStringField("unit", each.unit());
              json.writeStringField("description", each.description());
              json.writeArrayFieldStart("figures");
              for (EstimateTemplate.Line line : each.lines()) {
                json.writeStartObject();
                json.writeStringField("figure", line.figure().key());
                json.writeStringField("value", line.value());
                json.writeBooleanField("perUnit", line.perUnit());
                json.writeStringField("source", line.source());
                json.writeEndObject();
              }
              json.writeEndArray();
              json.writeEndObject();
            }
            json.writeEndArray();
          });
      return ExitCode.DONE;
    }
    for (EstimateTemplate each : EstimateTemplates.all()) {
      console.result(each.key() + ", for each " + each.unit());
      console.result("  " + each.description());
    }
    return ExitCode.DONE;
  }

  private int missing(Design design) throws IOException {
    List<MissingEstimate> all = MissingEstimate.of(design, SizingParameters.defaults());
    if (console.isJson()) {
      Json.object(
          console.out(),
          "estimate",
          json -> {
            json.writeNumberField("flows", design.getFlows().size());
            json.writeArrayFieldStart("missing");
            for (MissingEstimate each : all) {
              json.writeStartObject();
              json.writeStringField("flow", each.name());
              json.writeStringField("id", each.flowId());
              Json.texts(json, "figures", each.figures());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    } else {
      all.forEach(
          each -> console.result(each.name() + ": no " + String.join(", ", each.figures())));
      console.say(
          all.size()
              + " of "
              + Texts.count(design.getFlows().size(), "flow")
              + " without a full estimate");
    }
    return all.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private int table(DesignArgument argument, Path target) throws IOException {
    Design design = argument.load();
    EstimateReport report = EstimateImport.run(new ModelEdit(design), table, console.progress());
    save(design, report.changed() > 0, target);
    report.problems().forEach(console::warn);
    report.remarks().forEach(console::say);
    done(report.changed(), report.unchanged(), report.problems().size(), target);
    return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private int template(DesignArgument argument, Path target) throws IOException {
    EstimateTemplate chosen =
        EstimateTemplates.find(template)
            .orElseThrow(
                () ->
                    usage(
                        "no template '"
                            + template
                            + "'; there are "
                            + EstimateTemplates.all().stream()
                                .map(EstimateTemplate::key)
                                .collect(Collectors.joining(", "))));
    if (count == null) {
      throw usage("say with --users how many " + chosen.unit() + "s");
    }
    List<EstimatedFigure> figures;
    try {
      figures = chosen.figures(count);
    } catch (IllegalArgumentException e) {
      throw usage("--users: " + e.getMessage());
    }
    if (flows.isEmpty()) {
      throw usage("say with --flow which flow");
    }
    Design design = argument.load();
    FlowNames names = new FlowNames(design);
    Set<Flow> found = new LinkedHashSet<>();
    for (String name : flows) {
      List<Flow> called = names.find(name);
      if (called.isEmpty()) {
        throw usage(
            "the design has no flow '" + name + "'; name it source → destination, or by id");
      }
      found.addAll(called);
    }
    FlowEstimates.apply(new ModelEdit(design), "Estimate by template", found, figures);
    save(design, true, target);
    for (Flow flow : found) {
      console.say(ElementRef.of(flow).name() + ": " + chosen.title());
    }
    done(found.size(), 0, 0, target);
    return ExitCode.DONE;
  }

  private void save(Design design, boolean changed, Path target) throws IOException {
    if (changed || output != null) {
      OutputFile.write(target, DesignFile.toBytes(design));
    }
  }

  private void done(int changed, int unchanged, int rejected, Path target) throws IOException {
    if (console.isJson()) {
      Json.object(
          console.out(),
          "estimate",
          json -> {
            json.writeNumberField("changed", changed);
            json.writeNumberField("unchanged", unchanged);
            json.writeNumberField("rejected", rejected);
            json.writeStringField("output", target.toString());
          });
    } else {
      console.say(
          Texts.count(changed, "flow")
              + " estimated, "
              + unchanged
              + " unchanged, "
              + Texts.count(rejected, "row")
              + " rejected");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
