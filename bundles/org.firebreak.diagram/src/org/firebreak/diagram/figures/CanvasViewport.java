package org.firebreak.diagram.figures;

import org.eclipse.draw2d.FreeformFigure;
import org.eclipse.draw2d.FreeformViewport;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.ViewportLayout;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;

/**
 * The window onto the diagram. It may look at any place, also beside the diagram; what it looks at
 * never jumps because the diagram became larger or smaller.
 */
public final class CanvasViewport extends FreeformViewport {

  public CanvasViewport() {
    setLayoutManager(new PlainLayout());
    setOpaque(true);
  }

  /** Looks at another place, which may be anywhere. */
  public void lookAt(Point corner) {
    readjust(new Rectangle(corner, getClientArea().getSize()));
    setHorizontalLocation(corner.x);
    setVerticalLocation(corner.y);
    // Scroll bars may have become needless.
    revalidate();
  }

  /** Makes it possible to scroll to a place. */
  public void makeRoomAt(Point corner) {
    readjust(window().union(new Rectangle(corner, getClientArea().getSize())));
  }

  @Override
  protected void readjustScrollBars() {
    if (getContents() instanceof FreeformFigure) {
      readjust(window());
    }
  }

  private void readjust(Rectangle window) {
    FreeformFigure sheet = (FreeformFigure) getContents();
    Rectangle all = sheet.getFreeformExtent().getCopy().union(window);
    Dimension size = getClientArea().getSize();
    sheet.setFreeformBounds(all);
    getHorizontalRangeModel().setAll(all.x, size.width, all.right());
    getVerticalRangeModel().setAll(all.y, size.height, all.bottom());
  }

  private Rectangle window() {
    return new Rectangle(getViewLocation(), getClientArea().getSize());
  }

  /** Scroll bars are wanted where the diagram reaches out of the window. */
  private static final class PlainLayout extends ViewportLayout {
    @Override
    protected Dimension calculatePreferredSize(IFigure figure, int widthHint, int heightHint) {
      CanvasViewport viewport = (CanvasViewport) figure;
      if (!(viewport.getContents() instanceof FreeformFigure sheet)) {
        return new Dimension();
      }
      Rectangle window =
          new Rectangle(
              viewport.getViewLocation(),
              new Dimension(Math.max(0, widthHint), Math.max(0, heightHint)));
      return sheet.getFreeformExtent().getCopy().union(window).getSize();
    }

    @Override
    protected boolean isSensitiveHorizontally(IFigure figure) {
      return true;
    }

    @Override
    protected boolean isSensitiveVertically(IFigure figure) {
      return true;
    }

    /** The sheet sets its own bounds. */
    @Override
    public void layout(IFigure figure) {}
  }
}
