package org.firebreak.report.diagram;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.scene.geometry.Rect;

/** Draws a scene on any Java 2D surface, as vectors; needs no fonts of the machine. */
public final class ScenePainter {

  private ScenePainter() {}

  /**
   * Draws the whole scene without a ground, as large as it fits, in the middle of an area; never
   * larger than a px of the diagram for a unit of the surface.
   */
  public static void paint(Scene scene, Theme theme, Graphics2D graphics, Rectangle2D area) {
    Rect view = PictureFrame.of(scene);
    double scale =
        Math.min(1, Math.min(area.getWidth() / view.width(), area.getHeight() / view.height()));
    AffineTransform before = graphics.getTransform();
    graphics.translate(
        area.getX() + (area.getWidth() - view.width() * scale) / 2,
        area.getY() + (area.getHeight() - view.height() * scale) / 2);
    graphics.scale(scale, scale);
    graphics.translate(-view.x(), -view.y());
    PenPainter painter = new PenPainter(new ImagePen(graphics), theme);
    SceneShapes.paint(
        scene,
        new Rectangle2D.Double(view.x(), view.y(), view.width(), view.height()),
        painter::paint);
    graphics.setTransform(before);
  }
}
