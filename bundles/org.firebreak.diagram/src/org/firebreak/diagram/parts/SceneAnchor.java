package org.firebreak.diagram.parts;

import org.eclipse.draw2d.AnchorListener;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;

/**
 * The anchor of every line: the scene says where lines end, so it never moves and listens to
 * nobody, which thousands of ordinary anchors would.
 */
final class SceneAnchor implements ConnectionAnchor {
  static final SceneAnchor INSTANCE = new SceneAnchor();

  private SceneAnchor() {}

  @Override
  public void addAnchorListener(AnchorListener listener) {}

  @Override
  public void removeAnchorListener(AnchorListener listener) {}

  @Override
  public Point getLocation(Point reference) {
    return reference;
  }

  @Override
  public IFigure getOwner() {
    return null;
  }

  @Override
  public Point getReferencePoint() {
    return new Point();
  }
}
