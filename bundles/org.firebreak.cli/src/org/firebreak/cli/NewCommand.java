package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.template.Template;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.NewElements;
import org.firebreak.report.diagram.PictureScene;
import org.firebreak.scene.layout.DiagramPopulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak new}. */
@Command(
    name = "new",
    description = {
      "Makes a new design, empty or from a template, with an arranged diagram.",
      "",
      "Templates: three-tier, multi-tenant, hybrid."
    },
    footer = {
      "Examples:",
      "  firebreak new -o shop.firebreak",
      "  firebreak new --template three-tier --name Shop --author Ada -o shop.firebreak"
    })
final class NewCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DESIGN",
      description = "Where the design goes.")
  private Path output;

  @Option(
      names = "--template",
      paramLabel = "TEMPLATE",
      description = "What it begins with: three-tier, multi-tenant or hybrid (default: nothing).")
  private String template;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the design (default: that of the file).")
  private String name;

  @Option(names = "--author", paramLabel = "NAME", description = "Who answers for the design.")
  private String author;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  NewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (Files.exists(output) && !force) {
      throw usage("'" + output + "' is there already; --force replaces it");
    }
    String called = name == null ? DesignName.of(output) : name;
    Design design = template == null ? NewElements.design(called) : chosen().create(called);
    design.setAuthor(author);
    if (template != null) {
      console.progress().begin("Laying out the diagram", 0);
      design
          .getDiagrams()
          .add(
              DiagramPopulator.populate(
                  design,
                  "Overview",
                  PictureScene.options(PolicyCompiler.compile(design, CompileOptions.today()))));
    }
    OutputFile.write(output, DesignFile.toBytes(design));
    report(design);
    return ExitCode.DONE;
  }

  private Template chosen() {
    return Template.of(template)
        .orElseThrow(
            () ->
                usage(
                    "there is no template '"
                        + template
                        + "'; there are "
                        + Arrays.stream(Template.values())
                            .map(Template::id)
                            .collect(Collectors.joining(", "))));
  }

  private void report(Design design) throws IOException {
    if (console.isJson()) {
      Json.object(
          console.out(),
          "new",
          json -> {
            json.writeStringField("design", design.getName());
            json.writeStringField("template", template);
            json.writeNumberField("zones", design.getZones().size());
            json.writeNumberField("flows", design.getFlows().size());
            json.writeStringField("output", output.toString());
          });
    } else {
      console.say(
          template == null
              ? "wrote " + output
              : "wrote "
                  + output
                  + ": "
                  + design.getZones().size()
                  + " zones, "
                  + design.getFlows().size()
                  + " flows and a diagram");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
