package org.firebreak.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.firebreak.cli.io.Console;
import org.firebreak.cli.io.Json;
import org.firebreak.cli.io.OutputFile;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.NamedElement;
import org.firebreak.report.diagram.PageTitles;
import org.firebreak.report.diagram.Picture;
import org.firebreak.report.diagram.PictureFormat;
import org.firebreak.report.diagram.PictureScene;
import org.firebreak.scene.LabelContents;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firebreak render}. */
@Command(
    name = "render",
    description = {
      "Draws a diagram as SVG, PNG or PDF, without a display.",
      "",
      "A design without a diagram is laid out for the picture; the design itself stays as it is."
    },
    footer = {
      "Examples:",
      "  firebreak render shop.firebreak -o shop.svg",
      "  firebreak render shop.firebreak --diagram Overview --scale 3 -o shop.png",
      "  firebreak render shop.firebreak --paper a3 -o shop.pdf",
      "  firebreak render shop.firebreak --paper a4 --pages-wide 3 -o wall.pdf",
      "  firebreak render shop.firebreak --only web --only db -o web-and-db.svg",
      "  firebreak render shop.firebreak --overlay throughput -o traffic.pdf"
    })
final class RenderCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private DesignArgument design;
  @Mixin private ProfileOptions profiles;
  @Mixin private PaperOptions paper;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where the picture goes; the ending .svg, .png or .pdf chooses the format.")
  private Path output;

  @Option(
      names = "--diagram",
      paramLabel = "NAME",
      description = "Diagram to draw (default: the first one).")
  private String diagramName;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description =
          "Draw only this zone, group, server, network or firewall with what is in it, and the"
              + " flows among those named; may be repeated.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      defaultValue = "light",
      description = "light or dark colours (default: light).")
  private Theme theme;

  @Option(
      names = "--labels",
      paramLabel = "CONTENT",
      converter = LabelsConverter.class,
      description = "What flows say: service (default), ports, service-and-ports or none.")
  private LabelContents labels = LabelContents.SERVICE;

  @Option(
      names = "--overlay",
      paramLabel = "OVERLAY",
      converter = OverlayConverter.class,
      description =
          "Lay figures over the diagram, with a legend: throughput (lines by rate and load) or"
              + " blast-radius (heat map of what a compromised server reaches).")
  private PictureOverlay overlay;

  @Option(
      names = "--no-findings",
      description = "Leave out the marks of errors and warnings that the window shows.")
  private boolean noFindings;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description =
          "Judge the expiry of flows on this day (YYYY-MM-DD) instead of today; it also stands at"
              + " the foot of pages.")
  private LocalDate asOf;

  RenderCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    PictureFormat format =
        PictureFormat.of(output.toString())
            .orElseThrow(
                () -> usage("'" + output + "' does not end in .svg, .png or .pdf; name a format"));
    paper.check(format, spec.commandLine());
    Design loaded = design.load();
    CompiledPolicy compiled =
        PolicyCompiler.compile(
            loaded, asOf == null ? CompileOptions.today() : CompileOptions.on(asOf));
    Scene scene = scene(loaded, compiled);
    PageTitles titles =
        new PageTitles(compiled.design().name(), scene.name(), compiled.evaluationDate());
    Picture picture = new Picture(scene, theme, paper.scale(format), paper.setup(), titles);
    try (OutputFile file = OutputFile.create(output)) {
      picture.write(format, file.stream(), console.progress());
      file.commit();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    report(compiled, scene);
    return ExitCode.DONE;
  }

  private Scene scene(Design loaded, CompiledPolicy compiled) throws IOException {
    SceneOptions options = PictureScene.options(compiled).withLabelContents(labels);
    if (!noFindings) {
      options =
          options.withAlarms(
              PictureScene.alarms(
                  ValidationRules.validate(
                      loaded, compiled, profiles.of(design), console.progress())));
    }
    if (overlay != null) {
      options = options.withOverlay(overlay.of(loaded, compiled));
    }
    console.progress().begin("Laying out the diagram", 0);
    Diagram diagram = diagram(loaded, options);
    Set<String> wanted = NamedElements.ids(loaded, only, spec.commandLine());
    Scene whole = PictureScene.of(diagram, options);
    try {
      return PictureScene.selection(whole, wanted);
    } catch (IllegalArgumentException e) {
      throw usage("the diagram '" + whole.name() + "' shows nothing of " + String.join(", ", only));
    }
  }

  private Diagram diagram(Design loaded, SceneOptions options) {
    List<Diagram> diagrams = loaded.getDiagrams();
    if (diagramName == null) {
      return diagrams.isEmpty() ? PictureScene.overview(loaded, options) : diagrams.getFirst();
    }
    return diagrams.stream()
        .filter(each -> diagramName.equals(each.getName()))
        .findFirst()
        .orElseThrow(() -> usage(noDiagram(diagrams)));
  }

  private String noDiagram(List<Diagram> diagrams) {
    return diagrams.isEmpty()
        ? "the design has no diagrams; without --diagram one is laid out for the picture"
        : "the design has no diagram '"
            + diagramName
            + "'; it has "
            + diagrams.stream()
                .map(NamedElement::getName)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void report(CompiledPolicy compiled, Scene scene) throws IOException {
    if (console.isJson()) {
      Json.object(
          console.out(),
          "render",
          json -> {
            Json.element(json, "design", compiled.design());
            json.writeStringField("evaluationDate", compiled.evaluationDate().toString());
            json.writeStringField("diagram", scene.name());
            json.writeStringField("description", scene.description());
            json.writeStringField("output", output.toString());
          });
    } else {
      console.say("wrote " + output);
    }
  }
}
