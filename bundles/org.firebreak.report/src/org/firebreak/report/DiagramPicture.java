package org.firebreak.report;

import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.report.diagram.PictureScene;
import org.firebreak.scene.Scene;
import org.firebreak.scene.SceneOptions;

/** The data-flow diagram of a design: its first diagram, or one laid out for the report. */
final class DiagramPicture {
  private static final int MOST_FLOWS = 600;

  private DiagramPicture() {}

  /**
   * The picture; empty if the design has no diagram and is too large to draw one that could be
   * read. The design is not changed.
   */
  static Optional<Scene> of(Design design, CompiledPolicy policy) {
    if (design.getDiagrams().isEmpty() && design.getFlows().size() > MOST_FLOWS) {
      return Optional.empty();
    }
    SceneOptions options = PictureScene.options(policy);
    Diagram diagram =
        design.getDiagrams().isEmpty()
            ? PictureScene.overview(design, options)
            : design.getDiagrams().get(0);
    return Optional.of(PictureScene.of(diagram, options));
  }
}
