package org.firebreak.diagram.figures;

import java.util.List;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.handles.HandleBounds;
import org.firebreak.scene.Box;
import org.firebreak.scene.BoxKind;
import org.firebreak.scene.Measures;
import org.firebreak.scene.Paint;
import org.firebreak.scene.Token;
import org.firebreak.scene.paint.BoxPainter;
import org.firebreak.scene.paint.Shape;
import org.firebreak.scene.paint.Shape.Dash;

/**
 * A box of the scene; the figures of the boxes in it are its children. It is larger than the box by
 * a margin, into which borders and the selection reach.
 */
public final class BoxFigure extends Figure implements HandleBounds {
  private static final int MARGIN = 9;
  private static final int HALO = 7;

  private final CanvasStyle style;
  private Box box;
  private List<Shape> shapes;
  private boolean selected;
  private boolean target;
  private boolean raised;
  private boolean dimmed;
  private boolean highlighted;

  public BoxFigure(CanvasStyle style) {
    this.style = style;
  }

  /** Shows a box in place of the one before. */
  public void show(Box shown) {
    box = shown;
    shapes = null;
    Rectangle bounds = Geometry.rectangle(shown.bounds()).expand(MARGIN, MARGIN);
    if (bounds.equals(getBounds())) {
      repaint();
    } else {
      setBounds(bounds);
    }
  }

  /** The box that is shown. */
  public Box box() {
    return box;
  }

  /** Whether the box is outlined as selected. */
  public void setSelected(boolean selected) {
    if (this.selected != selected) {
      this.selected = selected;
      repaint();
    }
  }

  /** Whether the box is outlined as the one that would receive what is dragged or drawn. */
  public void setTarget(boolean target) {
    if (this.target != target) {
      this.target = target;
      repaint();
    }
  }

  /** Whether the box stands out because a line that ends at it does. */
  public void setRaised(boolean raised) {
    if (this.raised != raised) {
      this.raised = raised;
      repaint();
    }
  }

  /** Whether the box stands back, and whether it stands out, for as long as that is wanted. */
  public void setEmphasis(boolean dimmed, boolean highlighted) {
    if (this.dimmed != dimmed || this.highlighted != highlighted) {
      this.dimmed = dimmed;
      this.highlighted = highlighted;
      repaint();
    }
  }

  @Override
  public Rectangle getHandleBounds() {
    return Geometry.rectangle(box.bounds());
  }

  @Override
  public boolean containsPoint(int x, int y) {
    return box.bounds().contains(new org.firebreak.scene.geometry.Point(x, y));
  }

  /** Made when it is asked for: thousands of boxes never are. */
  @Override
  public IFigure getToolTip() {
    return HintFigure.of(
        box.text().hint(),
        box.elementId() == null ? List.of() : style.remarks(List.of(box.elementId())),
        style);
  }

  @Override
  public void paint(Graphics graphics) {
    if (box.kind() == BoxKind.MEMBER && style.isCoarse() && !selected && !highlighted) {
      return;
    }
    super.paint(graphics);
    if (style.isFar()) {
      CoarsePainter.nameOver(graphics, box, style);
    }
  }

  @Override
  protected void paintFigure(Graphics graphics) {
    if (highlighted) {
      ShapePainter.paint(graphics, List.of(halo()), style, CanvasStyle.GLOW);
    }
    if (dimmed) {
      graphics.pushState();
      graphics.setAlpha(CanvasStyle.DIM);
    }
    paintBox(graphics);
    if (dimmed) {
      graphics.popState();
    }
    if (selected || target || raised) {
      ShapePainter.paint(graphics, List.of(outline()), style);
    }
  }

  private void paintBox(Graphics graphics) {
    if (style.isCoarse()) {
      CoarsePainter.paint(graphics, box, style);
    } else {
      if (shapes == null) {
        shapes = BoxPainter.paint(box, style.fonts(), true);
      }
      ShapePainter.paint(graphics, shapes, style);
    }
  }

  private Shape outline() {
    return frame(1.5, selected ? 2.4 : 1.6, target && !selected ? Dash.DASHED : Dash.SOLID);
  }

  private Shape halo() {
    return frame(HALO / 2.0, Math.max(HALO, 2 * style.hair()), Dash.SOLID);
  }

  private Shape frame(double grow, double width, Dash dash) {
    org.firebreak.scene.geometry.Rect at = box.bounds();
    return new Shape.Panel(
        at.x() - grow,
        at.y() - grow,
        at.width() + 2 * grow,
        at.height() + 2 * grow,
        radius() + grow,
        null,
        Paint.of(Token.ACCENT),
        width,
        dash);
  }

  private double radius() {
    return switch (box.kind()) {
      case ZONE -> Measures.ZONE_RADIUS;
      case GROUP, SERVER -> Measures.CARD_RADIUS;
      case MEMBER -> Measures.ROW_RADIUS;
      case EXTERNAL_NETWORK -> box.bounds().height() / 2.0;
      case ENFORCEMENT_POINT, NOTE -> 2;
    };
  }
}
