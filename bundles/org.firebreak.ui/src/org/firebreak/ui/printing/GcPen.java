package org.firebreak.ui.printing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.firebreak.report.diagram.Pen;

/** Draws vectors on the device of a graphics context. */
final class GcPen implements Pen {
  private final Device device;
  private final GC gc;
  private AffineTransform placement = new AffineTransform();

  GcPen(Device device, GC gc) {
    this.device = device;
    this.gc = gc;
    gc.setAdvanced(true);
    gc.setAntialias(SWT.ON);
    gc.setFillRule(SWT.FILL_WINDING);
  }

  /** Where paths are put from now on; from their coordinates to those of the device. */
  void place(AffineTransform placement) {
    this.placement = placement;
  }

  /** From now on only what is inside an area of the device is drawn. */
  void clip(java.awt.geom.Rectangle2D area) {
    gc.setClipping(
        new Rectangle(
            (int) Math.floor(area.getX()),
            (int) Math.floor(area.getY()),
            (int) Math.ceil(area.getWidth()) + 1,
            (int) Math.ceil(area.getHeight()) + 1));
  }

  void unclip() {
    gc.setClipping((Rectangle) null);
  }

  @Override
  public void fill(Path2D path, String color) {
    Path placed = placed(path);
    try {
      gc.setBackground(color(color));
      gc.fillPath(placed);
    } finally {
      placed.dispose();
    }
  }

  @Override
  public void stroke(Path2D path, String color, double width, double[] dashes) {
    double scale = placement.getScaleX();
    LineAttributes line =
        new LineAttributes((float) (width * scale), SWT.CAP_ROUND, SWT.JOIN_ROUND);
    if (dashes.length > 0) {
      line.cap = SWT.CAP_FLAT;
      line.style = SWT.LINE_CUSTOM;
      line.dash = new float[dashes.length];
      for (int i = 0; i < dashes.length; i++) {
        line.dash[i] = (float) (dashes[i] * scale);
      }
    }
    Path placed = placed(path);
    try {
      gc.setForeground(color(color));
      gc.setLineAttributes(line);
      gc.drawPath(placed);
    } finally {
      placed.dispose();
    }
  }

  private static Color color(String hex) {
    int value = Integer.parseInt(hex.substring(1), 16);
    return new Color(new RGB(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF));
  }

  private Path placed(Path2D path) {
    Path placed = new Path(device);
    float[] c = new float[6];
    for (PathIterator steps = path.getPathIterator(placement); !steps.isDone(); steps.next()) {
      switch (steps.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> placed.moveTo(c[0], c[1]);
        case PathIterator.SEG_LINETO -> placed.lineTo(c[0], c[1]);
        case PathIterator.SEG_QUADTO -> placed.quadTo(c[0], c[1], c[2], c[3]);
        case PathIterator.SEG_CUBICTO -> placed.cubicTo(c[0], c[1], c[2], c[3], c[4], c[5]);
        default -> placed.close();
      }
    }
    return placed;
  }
}
