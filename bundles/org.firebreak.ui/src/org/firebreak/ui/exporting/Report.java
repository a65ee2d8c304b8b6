package org.firebreak.ui.exporting;

import java.io.IOException;
import java.util.Locale;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.sizing.SizingParameters;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.core.validation.ValidationProfile;
import org.firebreak.core.validation.rules.ValidationRules;
import org.firebreak.model.Design;
import org.firebreak.report.SegmentationPlanReport;
import org.firebreak.report.SizingReport;

/** A document about a design, as one HTML page. */
public enum Report {
  PLAN("Segmentation plan", "plan") {
    @Override
    String write(Design design, CompiledPolicy policy, Profile profile, Progress progress)
        throws IOException {
      return SegmentationPlanReport.html(
          design, policy, ValidationRules.validate(design, policy, profile.read(), progress));
    }
  },
  SIZING("Sizing report", "sizing") {
    @Override
    String write(Design design, CompiledPolicy policy, Profile profile, Progress progress) {
      return SizingReport.html(SizingStudy.of(design, policy, SizingParameters.defaults()));
    }
  };

  /** The profile by which a design is judged; a report without findings does not read it. */
  @FunctionalInterface
  interface Profile {
    ValidationProfile read() throws IOException;
  }

  private final String title;
  private final String fileName;

  Report(String title, String fileName) {
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
   * The page.
   *
   * @param design a copy that nobody else uses
   * @throws IOException if the report needs the profile and it cannot be used
   */
  String html(Design design, Profile profile, Progress progress) throws IOException {
    progress.begin("Compiling the policy", 0);
    CompiledPolicy policy = PolicyCompiler.compile(design, CompileOptions.today());
    progress.check();
    progress.begin("Writing the " + title.toLowerCase(Locale.ROOT), 0);
    return write(design, policy, profile, progress);
  }

  abstract String write(Design design, CompiledPolicy policy, Profile profile, Progress progress)
      throws IOException;
}
