package org.firebreak.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.report.SegmentationPlanReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firebreak plan}. */
@Command(
    name = "plan",
    description = {
      "Writes the segmentation plan as an HTML page.",
      "",
      "It tells strategy, zones and groups, what is permitted across every boundary and why,",
      "enforcement points, roll-out, roll-back, acceptance checks, open findings and those that are"
          + " accepted."
    },
    footer = {"Example:", "  firebreak plan shop.firebreak --strategy hybrid -o plan.html"})
final class PlanCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private DesignArgument design;
  @Mixin private ProfileOptions profiles;
  @Mixin private PolicyOptions policy;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where the page goes.")
  private Path output;

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ValidationProfile profile = profiles.of(design);
    Design loaded = design.load();
    CompiledPolicy compiled = PolicyCompiler.compile(loaded, policy.toCompileOptions(loaded));
    ValidationResult findings =
        ValidationRules.validate(loaded, compiled, profile, console.progress());
    console.progress().begin("Writing the plan", 0);
    String html = SegmentationPlanReport.html(loaded, compiled, findings);
    OutputFile.write(output, html.getBytes(StandardCharsets.UTF_8));
    if (console.isJson()) {
      Json.object(
          console.out(),
          "plan",
          json -> {
            Json.element(json, "design", compiled.design());
            json.writeStringField("evaluationDate", compiled.evaluationDate().toString());
            json.writeStringField("strategy", compiled.strategy().getLiteral());
            json.writeStringField("output", output.toString());
          });
    } else {
      console.say("wrote " + output);
    }
    return ExitCode.DONE;
  }
}
