package org.firebreak.ui.exporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.firebreak.core.compare.ComparisonParameters;
import org.firebreak.core.compare.NamedStrategy;
import org.firebreak.core.compare.StrategyComparison;
import org.firebreak.core.optimise.Effort;
import org.firebreak.core.optimise.Optimiser;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.imports.appliances.ApplianceFiles;
import org.firebreak.model.Design;
import org.firebreak.report.ComparisonReport;
import org.firebreak.report.Report;
import org.firebreak.report.SegmentationPlanReport;
import org.firebreak.report.SizingReport;

/** A document about a design. */
public enum ReportKind {
  PLAN("Segmentation plan", "plan") {
    @Override
    Report build(Source source, CompiledPolicy policy, Progress progress) throws IOException {
      ValidationProfile profile = source.profile().read();
      return SegmentationPlanReport.of(
          source.design(),
          policy,
          ValidationRules.validate(source.design(), policy, profile, progress));
    }
  },
  SIZING("Sizing report", "sizing") {
    @Override
    Report build(Source source, CompiledPolicy policy, Progress progress) throws IOException {
      Design design = source.design();
      ApplianceCatalogue catalogue = ApplianceFiles.of(source.file());
      SizingParameters parameters = SizingParameters.of(design);
      return SizingReport.of(
          design, policy, SizingStudy.of(design, policy, parameters, catalogue, progress));
    }
  },
  COMPARISON("Strategy comparison", "strategies") {
    @Override
    Report build(Source source, CompiledPolicy policy, Progress progress) throws IOException {
      Design design = source.design();
      ApplianceCatalogue catalogue = ApplianceFiles.of(source.file());
      SizingParameters parameters = SizingParameters.of(design);
      CompileOptions options = CompileOptions.today();
      StrategyComparison comparison =
          StrategyComparison.of(
              design,
              options,
              parameters,
              catalogue,
              new ComparisonParameters(parameters),
              NamedStrategy.all(design),
              progress);
      Optimiser optimiser = Optimiser.of(design, options, parameters, catalogue, progress);
      return ComparisonReport.of(comparison, Optional.of(optimiser.front(Effort.RULES, progress)));
    }
  };

  /** The profile by which a design is judged; a report without findings does not read it. */
  @FunctionalInterface
  interface Profile {
    ValidationProfile read() throws IOException;
  }

  /**
   * What a report is about.
   *
   * @param design a copy that nobody changes
   * @param file file of the design; {@code null} if it has none
   */
  record Source(Design design, Path file, Profile profile) {}

  private final String title;
  private final String fileName;

  ReportKind(String title, String fileName) {
    this.title = title;
    this.fileName = fileName;
  }

  String title() {
    return title;
  }

  /** End of the proposed file name. */
  String fileName() {
    return fileName;
  }

  /**
   * The report.
   *
   * @throws IOException if what the report needs beside the design cannot be used
   * @throws IllegalArgumentException if the design cannot be sized; the message says why
   */
  Report of(Source source, Progress progress) throws IOException {
    progress.begin("Compiling the policy", 0);
    CompiledPolicy policy = PolicyCompiler.compile(source.design(), CompileOptions.today());
    progress.check();
    progress.begin("Building the " + title.toLowerCase(Locale.ROOT), 0);
    return build(source, policy, progress);
  }

  abstract Report build(Source source, CompiledPolicy policy, Progress progress) throws IOException;
}
