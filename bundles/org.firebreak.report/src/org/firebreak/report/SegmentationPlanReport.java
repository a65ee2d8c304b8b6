package org.firebreak.report;

import java.util.Map;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.validation.ValidationResult;
import org.firebreak.model.Design;
import org.firebreak.report.plan.PlanBuilder;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Tokens;

/** The segmentation plan as one self-contained HTML page. */
public final class SegmentationPlanReport {
  private static final HtmlTemplate TEMPLATE = new HtmlTemplate("segmentation-plan.ftlh");

  private SegmentationPlanReport() {}

  /**
   * The plan: strategy, zones and groups, what is permitted across every boundary and why,
   * enforcement points, roll-out, roll-back, acceptance checks and open findings. The design is
   * only read, and the same input gives the same text.
   *
   * @param policy the compiled policy of the design
   * @param validation its findings
   */
  public static String html(Design design, CompiledPolicy policy, ValidationResult validation) {
    return TEMPLATE.fill(
        Map.of(
            "plan", PlanBuilder.build(design, policy, validation),
            "picture", DiagramPicture.svg(design, policy),
            "light", Tokens.css(Theme.LIGHT),
            "dark", Tokens.css(Theme.DARK)));
  }
}
