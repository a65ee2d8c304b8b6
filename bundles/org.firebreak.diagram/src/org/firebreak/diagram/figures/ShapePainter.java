package org.firebreak.diagram.figures;

import java.util.List;
import org.eclipse.draw2d.Graphics;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.widgets.Display;
import org.firebreak.scene.Paint;
import org.firebreak.scene.TextStyle;
import org.firebreak.scene.paint.Outline;
import org.firebreak.scene.paint.Shape;

/**
 * Draws shapes of a scene. Draw2d has whole coordinates and line widths only, so everything is
 * drawn {@value CanvasFonts#FINE} times as large and scaled down by the graphics.
 */
final class ShapePainter {
  private static final float FINE = CanvasFonts.FINE;

  /** Distance of control points for a quarter circle of radius 1. */
  private static final float QUARTER = 0.5523f;

  private final Graphics graphics;
  private final CanvasStyle style;
  private final Device device = Display.getCurrent();

  private ShapePainter(Graphics graphics, CanvasStyle style) {
    this.graphics = graphics;
    this.style = style;
  }

  /** Draws the shapes in their order, as opaque as the graphics are. */
  static void paint(Graphics graphics, List<Shape> shapes, CanvasStyle style) {
    graphics.pushState();
    try {
      graphics.scale(1.0 / CanvasFonts.FINE);
      graphics.setAntialias(SWT.ON);
      graphics.setTextAntialias(SWT.ON);
      ShapePainter painter = new ShapePainter(graphics, style);
      shapes.forEach(painter::paint);
    } finally {
      graphics.popState();
    }
  }

  /** Draws the shapes with an opacity out of 255. */
  static void paint(Graphics graphics, List<Shape> shapes, CanvasStyle style, int alpha) {
    graphics.pushState();
    graphics.setAlpha(alpha);
    paint(graphics, shapes, style);
    graphics.popState();
  }

  private void paint(Shape shape) {
    switch (shape) {
      case Shape.Panel panel -> {
        Path path = path(panel);
        draw(path, panel.fill(), panel.stroke(), panel.strokeWidth(), panel.dash());
      }
      case Shape.Path drawn -> {
        Path path = path(drawn.outline());
        draw(path, drawn.fill(), drawn.stroke(), drawn.strokeWidth(), drawn.dash());
      }
      case Shape.Text text -> text(text);
    }
  }

  /** Draws a path and frees it. */
  private void draw(Path path, Paint fill, Paint stroke, double width, Shape.Dash dash) {
    try {
      if (fill != null) {
        graphics.setBackgroundColor(style.color(fill));
        graphics.fillPath(path);
      }
      if (stroke != null) {
        graphics.setForegroundColor(style.color(stroke));
        graphics.setLineWidth(Math.max(1, (int) Math.round(width * FINE)));
        graphics.setLineCap(SWT.CAP_ROUND);
        graphics.setLineJoin(SWT.JOIN_ROUND);
        if (dash == Shape.Dash.SOLID) {
          graphics.setLineStyle(SWT.LINE_SOLID);
        } else {
          graphics.setLineCap(SWT.CAP_FLAT);
          graphics.setLineDash(fine(dash.lengths()));
        }
        graphics.drawPath(path);
      }
    } finally {
      path.dispose();
    }
  }

  private void text(Shape.Text text) {
    if (text.text().isEmpty()) {
      return;
    }
    TextStyle type = text.style();
    int width = style.fonts().fineWidth(text.text(), type);
    double left =
        text.x() * FINE
            - switch (text.anchor()) {
              case START -> 0;
              case MIDDLE -> width / 2.0;
              case END -> width;
            };
    graphics.setFont(style.font(type));
    graphics.setForegroundColor(style.color(text.paint()));
    graphics.drawString(
        text.text(),
        (int) Math.round(left),
        (int) Math.round(text.baseline() * FINE) - style.fonts().fineAscent(type));
  }

  private Path path(Shape.Panel panel) {
    Path path = new Path(device);
    float left = (float) panel.x() * FINE;
    float top = (float) panel.y() * FINE;
    float right = left + (float) panel.width() * FINE;
    float bottom = top + (float) panel.height() * FINE;
    float radius =
        Math.min((float) panel.radius() * FINE, Math.min(right - left, bottom - top) / 2);
    float pull = radius * (1 - QUARTER);
    path.moveTo(left + radius, top);
    path.lineTo(right - radius, top);
    path.cubicTo(right - pull, top, right, top + pull, right, top + radius);
    path.lineTo(right, bottom - radius);
    path.cubicTo(right, bottom - pull, right - pull, bottom, right - radius, bottom);
    path.lineTo(left + radius, bottom);
    path.cubicTo(left + pull, bottom, left, bottom - pull, left, bottom - radius);
    path.lineTo(left, top + radius);
    path.cubicTo(left, top + pull, left + pull, top, left + radius, top);
    path.close();
    return path;
  }

  private Path path(Outline outline) {
    Path path = new Path(device);
    for (Outline.Step step : outline.steps()) {
      switch (step) {
        case Outline.Step.Move m -> path.moveTo(fine(m.x()), fine(m.y()));
        case Outline.Step.Line l -> path.lineTo(fine(l.x()), fine(l.y()));
        case Outline.Step.Curve c ->
            path.cubicTo(
                fine(c.x1()), fine(c.y1()), fine(c.x2()), fine(c.y2()), fine(c.x()), fine(c.y()));
        case Outline.Step.Close close -> path.close();
      }
    }
    return path;
  }

  private static float fine(double coordinate) {
    return (float) coordinate * FINE;
  }

  private static int[] fine(double[] lengths) {
    int[] fine = new int[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      fine[i] = (int) Math.round(lengths[i] * FINE);
    }
    return fine;
  }
}
