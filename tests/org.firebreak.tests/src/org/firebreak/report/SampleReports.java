package org.firebreak.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.report.document.Brand;

/** The reports of the samples. */
final class SampleReports {
  static final Brand BRAND = new Brand("Example & Söhne <Ltd>", null);

  private static final CompileOptions DAY = CompileOptions.on(LocalDate.of(2026, 11, 23));

  private SampleReports() {}

  static List<String> names() {
    return List.of("lab-shop", "online-boutique", "vsphere-nsx", "active-directory");
  }

  static Path file(String sample) {
    return Path.of(System.getProperty("firebreak.root"), "samples", sample + ".firebreak");
  }

  static Design design(String sample) throws IOException {
    return DesignFile.load(file(sample));
  }

  static SizingStudy study(Design design) {
    return SizingStudy.of(design, PolicyCompiler.compile(design, DAY));
  }

  static Stream<Report> of(String sample) throws IOException {
    return of(design(sample));
  }

  static Stream<Report> of(Design design) {
    CompiledPolicy policy = PolicyCompiler.compile(design, DAY);
    return Stream.of(
        SizingReport.of(design, policy, study(design)),
        SegmentationPlanReport.of(
            design,
            policy,
            ValidationRules.validate(design, policy, ValidationProfile.BASELINE, Progress.NONE)),
        ComparisonReport.of(
            StrategyComparison.of(
                design, DAY, SizingParameters.defaults(), ApplianceCatalogue.shipped()),
            Optional.empty()));
  }

  static byte[] bytes(Report report, ReportFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.write(format, BRAND, out);
    return out.toByteArray();
  }

  /** The program on the path; empty if this machine has none. */
  static Optional<Path> program(String... names) {
    for (String name : names) {
      for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /** Runs a program; its output, both streams. */
  static String run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(180, java.util.concurrent.TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command.get(0) + " did not end");
    }
    return Files.readString(output);
  }
}
