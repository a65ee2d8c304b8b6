package org.firebreak.diagram.selecting;

import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.handles.HandleBounds;
import org.firebreak.diagram.figures.Geometry;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.diagram.task.DiagramTask;
import org.firebreak.scene.geometry.Rect;

/** Shows what is selected as large as possible. */
public final class FitSelectionTask implements DiagramTask {
  private static final double MOST = 2;

  @Override
  public boolean isEnabled(DiagramContext context) {
    return !Choices.selected(context).isEmpty();
  }

  @Override
  public void run(DiagramContext context) {
    Rect area = null;
    for (EditPart part : Choices.selected(context)) {
      Rect bounds = bounds((GraphicalEditPart) part);
      area = area == null ? bounds : area.union(bounds);
    }
    context.canvas().zoom().show(area, MOST);
  }

  private static Rect bounds(GraphicalEditPart part) {
    Rectangle bounds =
        part.getFigure() instanceof HandleBounds box
            ? box.getHandleBounds()
            : part.getFigure().getBounds();
    return Geometry.rect(bounds);
  }
}
