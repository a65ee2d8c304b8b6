package org.firebreak.report.diagram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.firebreak.scene.Scene;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;

/** A page of paper as an image, for a preview. */
public final class PageImage {
  private PageImage() {}

  /**
   * Paints a page.
   *
   * @param scene the scene of the plan
   * @param pixelsPerPoint resolution; 1 for 72 pixels an inch
   */
  public static BufferedImage of(
      Scene scene, PagePlan plan, Page page, Theme theme, double pixelsPerPoint) {
    BufferedImage image =
        new BufferedImage(
            Math.max(1, (int) Math.round(plan.width() * pixelsPerPoint)),
            Math.max(1, (int) Math.round(plan.height() * pixelsPerPoint)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(theme == Theme.LIGHT ? Color.WHITE : Color.decode(Token.CANVAS.hex(theme)));
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(pixelsPerPoint, pixelsPerPoint);
      PenPainter painter = new PenPainter(new ImagePen(graphics), theme);
      AffineTransform paper = graphics.getTransform();
      graphics.clip(page.area());
      graphics.transform(page.placement());
      SceneShapes.paint(scene, page.part(), painter::paint);
      graphics.setTransform(paper);
      graphics.setClip(null);
      graphics.scale(PagePlan.POINTS_PER_PX, PagePlan.POINTS_PER_PX);
      page.furniture().forEach(painter::paint);
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
