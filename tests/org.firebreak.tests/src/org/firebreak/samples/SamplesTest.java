package org.firebreak.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.firebreak.core.edit.ModelEdit;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.exports.bundle.BundleWriter;
import org.firebreak.exports.bundle.Exporters;
import org.firebreak.imports.ImportRequest;
import org.firebreak.imports.Importer;
import org.firebreak.model.Design;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.io.DesignFile;
import org.firebreak.report.SegmentationPlanReport;
import org.firebreak.report.SizingReport;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Path FOLDER = Path.of(System.getProperty("firebreak.root"), "samples");

  @TempDir Path temporary;

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> samples =
          files.filter(file -> file.toString().endsWith(".firebreak")).sorted().toList();
      assertThat(samples).hasSizeGreaterThanOrEqualTo(4);
      return samples;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsAsTheProgramWouldSaveIt(Path file) throws IOException {
    assertThat(DesignFile.toBytes(DesignFile.load(file))).isEqualTo(Files.readAllBytes(file));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleHasNoErrorsUnderAnyStrategy(Path file) throws IOException {
    Design design = DesignFile.load(file);
    for (StrategyKind strategy : StrategyKind.values()) {
      CompiledPolicy policy = compile(design, strategy);
      assertThat(policy.notes()).isEmpty();
      assertThat(
              ValidationRules.validate(design, policy, ValidationProfile.BASELINE, Progress.NONE)
                  .findings(FindingSeverity.ERROR))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsExportedAndReported(Path file) throws IOException {
    Design design = DesignFile.load(file);
    for (StrategyKind strategy : StrategyKind.values()) {
      CompiledPolicy policy = compile(design, strategy);
      Path folder = temporary.resolve(strategy.getLiteral());
      BundleWriter.write(folder, policy, Exporters.byIds("all"), Map.of(), Progress.NONE);
      assertThat(folder.resolve("manifest.json")).isNotEmptyFile();
      assertThat(
              SegmentationPlanReport.html(
                  design,
                  policy,
                  ValidationRules.validate(
                      design, policy, ValidationProfile.BASELINE, Progress.NONE)))
          .contains("<svg");
      assertThat(SizingReport.html(SizingStudy.of(design, policy, SizingParameters.defaults())))
          .contains("Parameters and assumptions");
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleHasADiagramWithAllItsGroups(Path file) throws IOException {
    Design design = DesignFile.load(file);
    Scene scene = SceneBuilder.build(design.getDiagrams().get(0));
    long[] groups = {0};
    design
        .eAllContents()
        .forEachRemaining(
            object -> groups[0] += object instanceof org.firebreak.model.ServerGroup ? 1 : 0);
    assertThat(scene.boxes().stream().filter(box -> box.kind() == BoxKind.GROUP))
        .hasSize((int) groups[0]);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void importingTheFilesOfASampleIntoItChangesNothing(Path file) throws IOException {
    Design design = DesignFile.load(file);
    Path sources = FOLDER.resolve(file.getFileName().toString().replace(".firebreak", ""));
    Importer.run(
        new ModelEdit(design),
        ImportRequest.of(sources.resolve("inventory.csv"), sources.resolve("flows.csv")),
        Progress.NONE);
    assertThat(DesignFile.toBytes(design)).isEqualTo(Files.readAllBytes(file));
  }

  private static CompiledPolicy compile(Design design, StrategyKind strategy) {
    return PolicyCompiler.compile(design, CompileOptions.on(DAY).withStrategy(strategy));
  }
}
