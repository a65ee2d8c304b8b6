package org.firebreak.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.sizing.SizingJson;
import org.firebreak.cli.sizing.SizingText;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.imports.appliances.ApplianceFiles;
import org.firebreak.model.Design;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.io.NewElements;
import org.firebreak.report.SizingReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak size}. */
@Command(
    name = "size",
    description = {
      "Writes the firewall sizing report, in the format that the name of the file tells.",
      "",
      "HTML, PDF, an Excel workbook that calculates with formulas, Markdown or JSON.",
      "It tells what the central firewalls and the hosts have to carry by the traffic estimates of",
      "the flows, and which appliances can. Without -o it prints the gist, with --all everything.",
      "",
      "Parameters are those of the design, which --set replaces; a table firebreak-appliances.csv",
      "beside the design adds appliances of your own."
    },
    footer = {
      "The user guide (sizing) explains formulas and parameters.",
      "",
      "Examples:",
      "  firebreak size shop.firebreak -o sizing.pdf --company 'Example Ltd' --logo logo.svg",
      "  firebreak size shop.firebreak -o sizing.xlsx",
      "  firebreak size shop.firebreak --appliance PA-5440 --set growth=0.3 --set years=3 \\",
      "      -o sizing.html"
    })
final class SizeCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private PolicyOptions policy;
  @Mixin private ReportOptions report;

  @Option(names = "--all", description = "Print every figure, not the gist alone.")
  private boolean all;

  @Option(
      names = "--appliance",
      paramLabel = "MODEL",
      description =
          "Judge the central firewalls as if they were this model of the catalogue; the design"
              + " itself stays as it is.")
  private String appliance;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sizing parameter, for instance growth=0.3; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  SizeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    report.check(false);
    with(SizingParameters.defaults());
    ApplianceCatalogue catalogue = ApplianceFiles.of(design.path());
    String model = appliance == null ? null : knownAppliance(catalogue);
    Design loaded = design.load();
    SizingParameters parameters = with(SizingInputs.parameters(design, loaded));
    if (model != null) {
      new ModelEdit(loaded).run("Choose appliance", () -> choose(loaded, model));
    }
    CompiledPolicy compiled = PolicyCompiler.compile(loaded, policy.toCompileOptions(loaded));
    console.progress().begin("Sizing", 0);
    SizingStudy study = SizingStudy.of(loaded, compiled, parameters, catalogue);
    if (report.isAsked()) {
      report.write(SizingReport.of(loaded, compiled, study));
    }
    if (console.isJson()) {
      json(study);
      return ExitCode.DONE;
    }
    SizingText text = new SizingText(study);
    if (all) {
      text.all().forEach(console::result);
    } else if (!report.isAsked()) {
      text.gist().forEach(console::result);
    } else {
      text.gist().forEach(console::say);
    }
    if (report.isAsked()) {
      console.say("wrote " + report.output());
    }
    return ExitCode.DONE;
  }

  private void json(SizingStudy study) throws IOException {
    Json.object(
        console.out(),
        "size",
        json -> {
          Json.element(json, "design", study.design());
          json.writeStringField("evaluationDate", study.evaluationDate().toString());
          json.writeStringField("output", report.isAsked() ? report.output().toString() : null);
          SizingJson.write(json, study);
        });
  }

  private SizingParameters with(SizingParameters parameters) {
    SizingParameters changed = parameters;
    try {
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        changed = changed.with(setting.getKey(), setting.getValue());
      }
      return changed;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private String knownAppliance(ApplianceCatalogue catalogue) {
    return catalogue
        .find(appliance)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "the catalogue has no appliance '"
                        + appliance
                        + "'; firebreak catalogue lists them"))
        .name();
  }

  private static void choose(Design design, String model) {
    if (design.getEnforcementPoints().stream()
        .noneMatch(point -> point.getKind() == EnforcementKind.CENTRAL)) {
      design
          .getEnforcementPoints()
          .add(NewElements.enforcementPoint("Central firewall", EnforcementKind.CENTRAL));
    }
    for (EnforcementPoint point : design.getEnforcementPoints()) {
      if (point.getKind() == EnforcementKind.CENTRAL) {
        point.setModel(model);
      }
    }
  }
}
