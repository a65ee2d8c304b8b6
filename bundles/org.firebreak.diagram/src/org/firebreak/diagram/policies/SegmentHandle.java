package org.firebreak.diagram.policies;

import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.Cursors;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.handles.AbstractHandle;
import org.eclipse.swt.SWT;
import org.firebreak.scene.Token;

/** A small bar in the middle of a segment of a line, by which it is moved sideways. */
final class SegmentHandle extends AbstractHandle {
  private static final int LONG = 13;
  private static final int SHORT = 7;

  private final LineHost owner;
  private final int segment;
  private final boolean level;

  /**
   * @param segment number of its first point
   * @param level whether it runs from left to right
   */
  SegmentHandle(LineHost owner, int segment, boolean level) {
    super(owner, target -> place(owner, segment, target), level ? Cursors.SIZENS : Cursors.SIZEWE);
    this.owner = owner;
    this.segment = segment;
    this.level = level;
    setPreferredSize(level ? LONG : SHORT, level ? SHORT : LONG);
  }

  private static void place(LineHost owner, int segment, IFigure target) {
    Connection line = (Connection) owner.getFigure();
    PointList points = line.getPoints();
    if (segment + 1 >= points.size()) {
      return;
    }
    Point a = points.getPoint(segment);
    Point b = points.getPoint(segment + 1);
    Point middle = new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
    line.translateToAbsolute(middle);
    target.translateToRelative(middle);
    Rectangle bounds = new Rectangle(middle, target.getPreferredSize());
    target.setBounds(bounds.translate(-bounds.width / 2, -bounds.height / 2));
  }

  @Override
  protected DragTracker createDragTracker() {
    return new SegmentTracker(owner, segment, level);
  }

  @Override
  protected void paintFigure(Graphics graphics) {
    Rectangle at = getBounds();
    graphics.pushState();
    graphics.setAntialias(SWT.ON);
    graphics.setBackgroundColor(owner.style().color(Token.CARD));
    graphics.fillRoundRectangle(at, SHORT, SHORT);
    graphics.setForegroundColor(owner.style().color(Token.ACCENT));
    graphics.setLineWidth(1);
    graphics.drawRoundRectangle(at.getResized(-1, -1), SHORT, SHORT);
    graphics.popState();
  }
}
