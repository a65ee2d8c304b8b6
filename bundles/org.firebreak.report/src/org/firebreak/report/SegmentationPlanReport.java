package org.firebreak.report;

import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.model.Design;
import org.firebreak.report.document.Brand;
import org.firebreak.report.html.HtmlPage;
import org.firebreak.report.plan.PlanBuilder;
import org.firebreak.report.plan.PlanDocument;

/** The segmentation plan. */
public final class SegmentationPlanReport {

  private SegmentationPlanReport() {}

  /**
   * The plan: strategy, zones and groups, what is permitted across every boundary and why,
   * enforcement points, roll-out, roll-back, acceptance checks, open findings and all rules. The
   * design is only read, and the same input gives the same document.
   *
   * @param policy the compiled policy of the design
   * @param validation its findings
   */
  public static Report of(Design design, CompiledPolicy policy, ValidationResult validation) {
    return Report.of(
        PlanDocument.of(
            PlanBuilder.build(design, policy, validation),
            design,
            policy,
            DiagramPicture.of(design, policy)));
  }

  /** The plan as one self-contained HTML page. */
  public static String html(Design design, CompiledPolicy policy, ValidationResult validation) {
    return HtmlPage.of(of(design, policy, validation).document().shortened(), Brand.NONE);
  }
}
