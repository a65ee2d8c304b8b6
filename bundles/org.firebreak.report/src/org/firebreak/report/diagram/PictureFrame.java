package org.firebreak.report.diagram;

import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Rect;

/** What of a scene a picture shows: all of it, with a margin as wide as that of the SVG. */
public final class PictureFrame {
  private static final int MARGIN = 24;

  private PictureFrame() {}

  /** Bounds of what is drawn, px of the diagram. */
  public static Rect of(Scene scene) {
    return scene.bounds().grown(MARGIN);
  }
}
