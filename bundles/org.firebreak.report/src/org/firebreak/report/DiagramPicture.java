package org.firebreak.report;

import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.report.diagram.PictureScene;
import org.firebreak.scene.SceneBuilder;
import org.firebreak.scene.SceneOptions;
import org.firebreak.scene.Theme;
import org.firebreak.scene.svg.SvgWriter;

/** The data-flow diagram of a design as SVG: its first diagram, or one laid out for the report. */
final class DiagramPicture {
  private static final int MOST_FLOWS = 600;

  private DiagramPicture() {}

  /**
   * The picture in light colours, which print well; empty if the design has no diagram and is too
   * large to draw one that could be read. The design is not changed.
   */
  static String svg(Design design, CompiledPolicy policy) {
    if (design.getDiagrams().isEmpty() && design.getFlows().size() > MOST_FLOWS) {
      return "";
    }
    SceneOptions options = SceneOptions.plain().withBadges(PictureScene.badges(policy));
    Diagram diagram =
        design.getDiagrams().isEmpty()
            ? PictureScene.overview(design, options)
            : design.getDiagrams().get(0);
    return SvgWriter.write(SceneBuilder.build(diagram, options), Theme.LIGHT);
  }
}
