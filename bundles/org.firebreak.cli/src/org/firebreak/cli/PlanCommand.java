package org.firebreak.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.report.SegmentationPlanReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code firebreak plan}. */
@Command(
    name = "plan",
    description = {
      "Writes the segmentation plan as HTML, PDF, Excel workbook, Markdown or JSON.",
      "",
      "It tells strategy, zones and groups, what is permitted across every boundary and why,",
      "enforcement points, roll-out, roll-back, acceptance checks, open findings and those that are"
          + " accepted."
    },
    footer = {"Example:", "  firebreak plan shop.firebreak --strategy hybrid -o plan.pdf"})
final class PlanCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private DesignArgument design;
  @Mixin private ProfileOptions profiles;
  @Mixin private PolicyOptions policy;
  @Mixin private ReportOptions report;

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    report.check(true);
    ValidationProfile profile = profiles.of(design);
    Design loaded = design.load();
    CompiledPolicy compiled = PolicyCompiler.compile(loaded, policy.toCompileOptions(loaded));
    ValidationResult findings =
        ValidationRules.validate(loaded, compiled, profile, console.progress());
    console.progress().begin("Writing the plan", 0);
    report.write(SegmentationPlanReport.of(loaded, compiled, findings));
    if (console.isJson()) {
      Json.object(
          console.out(),
          "plan",
          json -> {
            Json.element(json, "design", compiled.design());
            json.writeStringField("evaluationDate", compiled.evaluationDate().toString());
            Json.strategy(json, compiled.strategyChoice());
            json.writeStringField("output", report.output().toString());
          });
    } else {
      console.say("wrote " + report.output());
    }
    return ExitCode.DONE;
  }
}
