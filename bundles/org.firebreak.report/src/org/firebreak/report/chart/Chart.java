package org.firebreak.report.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.firebreak.report.table.CsvText;
import org.firebreak.report.table.Table;
import org.firebreak.scene.Theme;

/**
 * A chart that can be drawn anywhere, with its figures as a table. Immutable; may be drawn by any
 * thread.
 *
 * @param id stable name within its document, lower case with hyphens
 * @param title what it shows
 * @param description what there is to see, for those who cannot see it
 * @param data the figures
 * @param width preferred width, px
 * @param height preferred height, px
 * @param painter draws it
 */
public record Chart(
    String id,
    String title,
    String description,
    Table data,
    int width,
    int height,
    Painter painter) {

  /** Draws a chart. */
  @FunctionalInterface
  public interface Painter {

    /**
     * Draws without a ground.
     *
     * @param area where; texts have sizes for an area of about 640 × 360
     */
    void paint(Graphics2D graphics, Rectangle2D area, Theme theme);
  }

  /**
   * Draws the chart; state of the graphics is left as it was. The ground is up to the caller, in
   * the colour {@code Token.CANVAS} of the theme.
   *
   * @param area where; texts keep their sizes, so use a transform to zoom
   */
  public void draw(Graphics2D graphics, Rectangle2D area, Theme theme) {
    AffineTransform transform = graphics.getTransform();
    java.awt.Shape clip = graphics.getClip();
    java.awt.Stroke stroke = graphics.getStroke();
    java.awt.Paint paint = graphics.getPaint();
    java.awt.Font font = graphics.getFont();
    RenderingHints hints = graphics.getRenderingHints();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    painter.paint(graphics, area, theme);
    graphics.setRenderingHints(hints);
    graphics.setFont(font);
    graphics.setPaint(paint);
    graphics.setStroke(stroke);
    graphics.setClip(clip);
    graphics.setTransform(transform);
  }

  /** The figures as CSV with raw values. */
  public String csv() {
    return CsvText.of(data);
  }

  @Override
  public String toString() {
    return id;
  }
}
