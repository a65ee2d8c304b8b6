package org.firebreak.diagram.figures;

import java.util.List;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.firebreak.model.FlowState;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Line;
import org.firebreak.scene.LineTint;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.paint.LineMood;
import org.firebreak.scene.paint.LinePainter;
import org.firebreak.scene.paint.Shape;

/** A line of the scene, without its label. Its course is the scene's. */
public final class LineFigure extends PolylineConnection {
  /** What the hand feels and the arrowhead needs; what is drawn is thinner. */
  private static final int REACH = 14;

  private static final int HALO = 7;

  private final CanvasStyle style;
  private Line line;
  private LineMood mood = LineMood.NORMAL;
  private List<Shape> shapes;
  private List<Point> tried;
  private boolean dimmed;
  private boolean highlighted;

  public LineFigure(CanvasStyle style) {
    this.style = style;
    setLineWidth(REACH);
  }

  /** Shows a line in place of the one before. */
  public void show(Line shown) {
    line = shown;
    shapes = null;
    tried = null;
    setPoints(Geometry.points(shown.route()));
    repaint();
  }

  /** Shows the line on another course, until it is shown anew. */
  public void tryOut(List<Point> route) {
    shapes = null;
    tried = route;
    setPoints(Geometry.points(route));
    repaint();
  }

  /** The line that is shown. */
  public Line line() {
    return line;
  }

  /** How much the line stands out. */
  public void setMood(LineMood mood) {
    if (this.mood != mood) {
      this.mood = mood;
      shapes = null;
      repaint();
    }
  }

  /** Whether the line stands back, and whether it stands out, for as long as that is wanted. */
  public void setEmphasis(boolean dimmed, boolean highlighted) {
    if (this.dimmed != dimmed || this.highlighted != highlighted) {
      this.dimmed = dimmed;
      this.highlighted = highlighted;
      repaint();
    }
  }

  @Override
  public IFigure getToolTip() {
    return HintFigure.of(line.hint(), style.remarks(line.flowIds()), style);
  }

  @Override
  public void paintFigure(Graphics graphics) {
    if (line == null) {
      return;
    }
    if (highlighted) {
      paintHalo(graphics);
    }
    int alpha = dimmed && mood == LineMood.NORMAL ? CanvasStyle.DIM : 255;
    if (style.isCoarse()) {
      paintCoarse(graphics, alpha);
      return;
    }
    if (shapes == null) {
      shapes =
          LinePainter.paint(
              tried == null ? line : line.on(tried, true, line.label().bounds()), mood);
    }
    ShapePainter.paint(graphics, shapes, style, alpha);
  }

  private void paintHalo(Graphics graphics) {
    graphics.pushState();
    graphics.setAlpha(CanvasStyle.GLOW);
    graphics.setForegroundColor(style.color(Token.ACCENT));
    graphics.setLineWidth(Math.max(HALO, 3 * style.hair()));
    graphics.setLineJoin(SWT.JOIN_ROUND);
    graphics.drawPolyline(getPoints());
    graphics.popState();
  }

  private void paintCoarse(Graphics graphics, int alpha) {
    graphics.pushState();
    graphics.setAlpha(alpha);
    graphics.setAntialias(SWT.OFF);
    graphics.setForegroundColor(coarseColor());
    graphics.setLineWidth(coarseWidth());
    graphics.setLineStyle(isDashed() ? SWT.LINE_DASH : SWT.LINE_SOLID);
    graphics.drawPolyline(getPoints());
    graphics.popState();
  }

  private int coarseWidth() {
    int least = mood == LineMood.NORMAL ? style.hair() : 3 * style.hair();
    return line.tint() == null ? least : Math.max(least, (int) Math.round(line.tint().width()));
  }

  private boolean isDashed() {
    return line.tint() == null
        ? line.state() == FlowState.PROPOSED
        : line.tint().pattern() == LineTint.Pattern.UNKNOWN;
  }

  private Color coarseColor() {
    if (mood != LineMood.NORMAL) {
      return style.color(Token.ACCENT);
    }
    if (line.tint() != null) {
      return style.color(line.tint().paint());
    }
    return style.color(line.alarm() == Alarm.ERROR ? Token.ERROR : Token.FLOW);
  }
}
