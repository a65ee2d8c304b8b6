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
import org.firebreak.scene.Line;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;

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
    Point middle = free(owner, points.getPoint(segment), points.getPoint(segment + 1));
    line.translateToAbsolute(middle);
    target.translateToRelative(middle);
    Rectangle bounds = new Rectangle(middle, target.getPreferredSize());
    target.setBounds(bounds.translate(-bounds.width / 2, -bounds.height / 2));
  }

  /** The middle of the segment, or a place beside it where the label is not in the way. */
  private static Point free(LineHost owner, Point a, Point b) {
    Line shown = owner.live().line(owner.flowLine());
    for (int eighth : new int[] {4, 2, 6, 1, 7}) {
      Point at = new Point(a.x + (b.x - a.x) * eighth / 8, a.y + (b.y - a.y) * eighth / 8);
      Rect room = new Rect(at.x - LONG / 2, at.y - LONG / 2, LONG, LONG);
      if (shown == null || !shown.label().bounds().intersects(room)) {
        return at;
      }
    }
    return new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
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
