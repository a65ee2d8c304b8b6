package org.firebreak.diagram.policies;

import java.beans.PropertyChangeListener;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editpolicies.SelectionHandlesEditPolicy;
import org.firebreak.model.Routing;
import org.firebreak.scene.paint.LineMood;

/**
 * Draws a line in the accent colour while it is selected or pointed at, and gives a selected one
 * handles to move its segments.
 */
public final class LineSelectionPolicy extends SelectionHandlesEditPolicy {
  /** Shorter segments, in px of the diagram, have no room for a handle. */
  private static final int SHORTEST = 20;

  private final PropertyChangeListener course = event -> replaceHandles();

  @Override
  public void activate() {
    super.activate();
    getHostFigure().addPropertyChangeListener(Connection.PROPERTY_POINTS, course);
  }

  @Override
  public void deactivate() {
    getHostFigure().removePropertyChangeListener(Connection.PROPERTY_POINTS, course);
    super.deactivate();
  }

  @Override
  protected List<?> createSelectionHandles() {
    List<Object> handles = new ArrayList<>();
    PointList points = ((Connection) getHostFigure()).getPoints();
    boolean bends = points.size() > 2 && host().live().diagram().getRouting() == Routing.ORTHOGONAL;
    for (int i = 0; bends && i + 1 < points.size(); i++) {
      Point a = points.getPoint(i);
      Point b = points.getPoint(i + 1);
      if (Math.abs(a.x - b.x) + Math.abs(a.y - b.y) >= SHORTEST) {
        handles.add(new SegmentHandle(host(), i, a.y == b.y));
      }
    }
    return handles;
  }

  @Override
  protected void showSelection() {
    super.showSelection();
    host().setMood(LineMood.SELECTED);
  }

  @Override
  protected void hideSelection() {
    super.hideSelection();
    host().setMood(LineMood.NORMAL);
  }

  /** Where the keyboard is, unless that is selected and drawn so anyway. */
  @Override
  protected void showFocus() {
    if (!isSelected()) {
      host().setMood(LineMood.RAISED);
    }
  }

  @Override
  protected void hideFocus() {
    if (!isSelected()) {
      host().setMood(LineMood.NORMAL);
    }
  }

  @Override
  public void showTargetFeedback(Request request) {
    if (RequestConstants.REQ_SELECTION.equals(request.getType()) && !isSelected()) {
      host().setMood(LineMood.RAISED);
    }
  }

  @Override
  public void eraseTargetFeedback(Request request) {
    if (RequestConstants.REQ_SELECTION.equals(request.getType()) && !isSelected()) {
      host().setMood(LineMood.NORMAL);
    }
  }

  @Override
  public EditPart getTargetEditPart(Request request) {
    return RequestConstants.REQ_SELECTION.equals(request.getType()) ? getHost() : null;
  }

  /** The line runs elsewhere; while it is only tried, the handles stay out of the way. */
  private void replaceHandles() {
    if (isSelected()) {
      removeSelectionHandles();
      if (!host().isPreview()) {
        addSelectionHandles();
      }
    }
  }

  private boolean isSelected() {
    return getHost().getSelected() != EditPart.SELECTED_NONE;
  }

  private LineHost host() {
    return (LineHost) getHost();
  }
}
