package org.firebreak.diagram.figures;

import org.eclipse.draw2d.AbstractRouter;
import org.eclipse.draw2d.Connection;

/** Leaves lines as the scene has routed them; gives others a straight course. */
public final class SceneRouter extends AbstractRouter {

  @Override
  public void route(Connection connection) {
    if (connection instanceof LineFigure) {
      return;
    }
    NULL.route(connection);
  }
}
