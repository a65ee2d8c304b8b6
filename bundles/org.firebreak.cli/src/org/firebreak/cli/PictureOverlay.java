package org.firebreak.cli;

import java.util.Locale;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.reach.BlastRadius;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.model.Design;
import org.firebreak.report.overlay.BlastRadiusOverlay;
import org.firebreak.report.overlay.ThroughputOverlay;
import org.firebreak.scene.Overlay;

/** Overlays of a picture, as the command line names them. */
enum PictureOverlay {
  THROUGHPUT,
  BLAST_RADIUS;

  Overlay of(Design design, CompiledPolicy policy) {
    return switch (this) {
      case THROUGHPUT -> ThroughputOverlay.of(SizingStudy.of(design, policy));
      case BLAST_RADIUS -> BlastRadiusOverlay.of(BlastRadius.of(policy));
    };
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
