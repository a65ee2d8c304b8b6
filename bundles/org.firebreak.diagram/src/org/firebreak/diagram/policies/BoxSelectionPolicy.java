package org.firebreak.diagram.policies;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.editpolicies.ResizableEditPolicy;
import org.firebreak.diagram.commands.BoxEdits;
import org.firebreak.diagram.figures.GhostFigure;
import org.firebreak.scene.Box;

/**
 * Outlines a selected box, gives it handles to resize it, and shows its ghost while it is moved.
 */
final class BoxSelectionPolicy extends ResizableEditPolicy {
  private static final int[] CORNERS_AND_SIDES = {
    PositionConstants.NORTH_WEST,
    PositionConstants.NORTH,
    PositionConstants.NORTH_EAST,
    PositionConstants.EAST,
    PositionConstants.SOUTH_EAST,
    PositionConstants.SOUTH,
    PositionConstants.SOUTH_WEST,
    PositionConstants.WEST
  };

  @Override
  public int getResizeDirections() {
    return BoxEdits.isResizable(host().box()) ? PositionConstants.NSEW : PositionConstants.NONE;
  }

  @Override
  protected List<?> createSelectionHandles() {
    List<Object> handles = new ArrayList<>();
    if (getResizeDirections() != PositionConstants.NONE) {
      for (int direction : CORNERS_AND_SIDES) {
        handles.add(new KnobHandle(host(), direction));
      }
    }
    return handles;
  }

  @Override
  protected void showSelection() {
    super.showSelection();
    host().boxFigure().setSelected(true);
  }

  @Override
  protected void hideSelection() {
    super.hideSelection();
    host().boxFigure().setSelected(false);
  }

  /** Where the keyboard is, unless that is selected and outlined anyway. */
  @Override
  protected void showFocus() {
    host().boxFigure().setRaised(getHost().getSelected() == EditPart.SELECTED_NONE);
  }

  @Override
  protected void hideFocus() {
    host().boxFigure().setRaised(false);
  }

  @Override
  protected IFigure createDragSourceFeedbackFigure() {
    List<Box> boxes = new ArrayList<>();
    addWithContent(host().box(), boxes);
    GhostFigure ghost = new GhostFigure(boxes, host().style());
    ghost.setBounds(getInitialFeedbackBounds());
    addFeedback(ghost);
    return ghost;
  }

  /** Ghosts are magnified with the diagram. */
  @Override
  protected IFigure getFeedbackLayer() {
    return getLayer(LayerConstants.SCALED_FEEDBACK_LAYER);
  }

  private void addWithContent(Box box, List<Box> boxes) {
    boxes.add(box);
    for (Box inside : host().live().scene().children(box.id())) {
      addWithContent(inside, boxes);
    }
  }

  private BoxHost host() {
    return (BoxHost) getHost();
  }
}
