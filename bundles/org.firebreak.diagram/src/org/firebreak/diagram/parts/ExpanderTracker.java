package org.firebreak.diagram.parts;

import java.util.List;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.tools.SelectEditPartTracker;
import org.firebreak.diagram.commands.CollapseEdits;
import org.firebreak.diagram.figures.Geometry;
import org.firebreak.model.DiagramNode;
import org.firebreak.scene.geometry.Rect;

/** A click on the chevron of a zone or group hides or shows what is in it; nothing is dragged. */
final class ExpanderTracker extends SelectEditPartTracker {
  private final BoxEditPart part;

  ExpanderTracker(BoxEditPart part) {
    super(part);
    this.part = part;
  }

  /** Whether a place on the canvas, in pixels of the control, is on a part's chevron. */
  static boolean isAt(BoxEditPart part, Point location) {
    Rect expander = part.box().expander();
    if (expander == null || location == null || part.style().isCoarse()) {
      return false;
    }
    Point at = location.getCopy();
    part.getFigure().translateToRelative(at);
    return Geometry.rectangle(expander).contains(at);
  }

  @Override
  protected boolean handleButtonUp(int button) {
    if (button == 1 && isAt(part, getLocation()) && part.getModel() instanceof DiagramNode node) {
      Command toggle = new CollapseEdits(part.live()).toggle(List.of(node));
      if (toggle != null) {
        CommandStack stack = part.getViewer().getEditDomain().getCommandStack();
        Glide.during(part.getViewer(), part.live(), () -> stack.execute(toggle));
      }
    }
    return true;
  }

  /** The second click of two has toggled already. */
  @Override
  protected boolean handleDoubleClick(int button) {
    return true;
  }

  /** The selection stays as it is, as in a tree. */
  @Override
  protected void performConditionalSelection() {}

  @Override
  protected void performSelection() {}
}
