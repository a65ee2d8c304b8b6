package org.firebreak.diagram.tools;

import org.eclipse.draw2d.Cursors;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.handles.AbstractHandle;
import org.eclipse.swt.SWT;
import org.firebreak.diagram.figures.BoxFigure;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.scene.Token;

/** A knob at the right of a box, out of which a flow is dragged. */
final class FlowKnob extends AbstractHandle {
  static final int SIZE = 17;
  static final int GAP = 6;

  private final BoxHost box;
  private final CanvasStyle style;

  FlowKnob(BoxHost box) {
    super(box, target -> place(box, target), Cursors.CROSS);
    this.box = box;
    this.style = box.style();
    setPreferredSize(new Dimension(SIZE, SIZE));
    setToolTip(new Label("Drag to another box: a flow"));
  }

  private static void place(BoxHost box, IFigure knob) {
    BoxFigure figure = box.boxFigure();
    Rectangle at = figure.getHandleBounds().getCopy();
    figure.translateToAbsolute(at);
    knob.translateToRelative(at);
    knob.setBounds(new Rectangle(at.right() + GAP, at.y + at.height / 2 - SIZE / 2, SIZE, SIZE));
  }

  /** The way from the box to the knob counts as well, so that the pointer can get there. */
  boolean isNear(org.eclipse.draw2d.geometry.Point pointer) {
    Rectangle reach = getBounds().getCopy().expand(GAP + 4, GAP);
    translateToAbsolute(reach);
    return reach.contains(pointer);
  }

  @Override
  protected DragTracker createDragTracker() {
    return new DragOutTracker(box);
  }

  @Override
  public void paintFigure(Graphics graphics) {
    Rectangle at = getBounds();
    graphics.pushState();
    graphics.setAntialias(SWT.ON);
    graphics.setBackgroundColor(style.color(Token.ACCENT));
    graphics.fillOval(at.x, at.y, at.width - 1, at.height - 1);
    graphics.setForegroundColor(style.color(Token.CARD));
    graphics.setLineWidth(2);
    int middle = at.y + at.height / 2;
    int tip = at.right() - 5;
    graphics.drawLine(at.x + 4, middle, tip, middle);
    graphics.drawLine(tip - 4, middle - 3, tip, middle);
    graphics.drawLine(tip - 4, middle + 3, tip, middle);
    graphics.popState();
  }
}
