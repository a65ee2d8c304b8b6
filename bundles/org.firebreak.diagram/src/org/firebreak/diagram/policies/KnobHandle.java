package org.firebreak.diagram.policies;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.handles.ResizeHandle;
import org.eclipse.swt.SWT;
import org.firebreak.diagram.figures.CanvasStyle;
import org.firebreak.scene.Token;

/** A small round handle in the accent colour. */
final class KnobHandle extends ResizeHandle {
  private final CanvasStyle style;
  private final int direction;
  private final BoxHost owner;

  /**
   * @param direction edge or corner that the handle moves, as PositionConstants has it
   */
  KnobHandle(BoxHost owner, int direction) {
    super(owner, direction);
    this.style = owner.style();
    this.direction = direction;
    this.owner = owner;
    setPreferredSize(9, 9);
  }

  @Override
  protected DragTracker createDragTracker() {
    return new SizeTracker(owner, direction);
  }

  @Override
  public void paintFigure(Graphics graphics) {
    Rectangle at = getBounds();
    graphics.pushState();
    graphics.setAntialias(SWT.ON);
    graphics.setBackgroundColor(style.color(isPrimary() ? Token.ACCENT : Token.CARD));
    graphics.fillOval(at.x, at.y, at.width, at.height);
    graphics.setForegroundColor(style.color(isPrimary() ? Token.CARD : Token.ACCENT));
    graphics.setLineWidth(1);
    graphics.drawOval(at.x, at.y, at.width - 1, at.height - 1);
    graphics.popState();
  }
}
