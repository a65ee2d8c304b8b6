package org.firebreak.diagram.figures;

import java.util.List;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.firebreak.scene.Line;
import org.firebreak.scene.paint.LineMood;
import org.firebreak.scene.paint.LinePainter;
import org.firebreak.scene.paint.Shape;

/** The pill on a line; it lies on a layer of its own, above all lines. */
public final class LabelFigure extends Figure {
  private final CanvasStyle style;
  private Line line;
  private LineMood mood = LineMood.NORMAL;
  private List<Shape> shapes;
  private boolean dimmed;

  public LabelFigure(CanvasStyle style) {
    this.style = style;
  }

  /** Shows the label of a line in place of the one before. */
  public void show(Line shown) {
    line = shown;
    shapes = null;
    setBounds(Geometry.rectangle(shown.label().bounds()));
    repaint();
  }

  /** How much the label stands out. */
  public void setMood(LineMood mood) {
    if (this.mood != mood) {
      this.mood = mood;
      shapes = null;
      repaint();
    }
  }

  /** Whether the label stands back with its line. */
  public void setDimmed(boolean dimmed) {
    if (this.dimmed != dimmed) {
      this.dimmed = dimmed;
      repaint();
    }
  }

  @Override
  public IFigure getToolTip() {
    return HintFigure.of(line.hint(), style.remarks(line.flowIds()), style);
  }

  @Override
  public void paint(Graphics graphics) {
    if (!style.isCoarse()) {
      super.paint(graphics);
    }
  }

  @Override
  protected void paintFigure(Graphics graphics) {
    if (shapes == null) {
      shapes = LinePainter.paintLabel(line, mood, style.fonts());
    }
    int alpha = dimmed && mood == LineMood.NORMAL ? CanvasStyle.DIM : 255;
    ShapePainter.paint(graphics, shapes, style, alpha);
  }
}
