package org.firebreak.diagram.tools;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartListener;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editpolicies.GraphicalEditPolicy;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.firebreak.diagram.policies.BoxHost;

/** Shows the knob for flows at a box that is selected alone, or under the pointer. */
public final class FlowKnobPolicy extends GraphicalEditPolicy {
  /** Role under which it is installed. */
  public static final String ROLE = "flow knob";

  private static final int PATIENCE = 250;

  private final EditPartListener selection =
      new EditPartListener.Stub() {
        @Override
        public void selectedStateChanged(EditPart part) {
          update();
        }
      };
  private FlowKnob knob;
  private boolean hovered;

  @Override
  public void activate() {
    super.activate();
    getHost().addEditPartListener(selection);
  }

  @Override
  public void deactivate() {
    getHost().removeEditPartListener(selection);
    hide();
    super.deactivate();
  }

  @Override
  public void showTargetFeedback(Request request) {
    if (RequestConstants.REQ_SELECTION.equals(request.getType()) && !hovered) {
      hovered = true;
      update();
    }
  }

  @Override
  public void eraseTargetFeedback(Request request) {
    if (RequestConstants.REQ_SELECTION.equals(request.getType()) && hovered) {
      leave();
    }
  }

  /** The pointer may be on its way to the knob, which is outside of the box. */
  private void leave() {
    if (knob != null && knob.getParent() != null && knob.isNear(pointer())) {
      Display.getCurrent().timerExec(PATIENCE, this::leaveLater);
    } else {
      hovered = false;
      update();
    }
  }

  private void leaveLater() {
    if (hovered && getHost().isActive() && getHost().getViewer() != null) {
      leave();
    }
  }

  private Point pointer() {
    Control control = getHost().getViewer().getControl();
    org.eclipse.swt.graphics.Point at = control.toControl(control.getDisplay().getCursorLocation());
    return new Point(at.x, at.y);
  }

  private void update() {
    boolean selected = getHost().getSelected() == EditPart.SELECTED_PRIMARY && alone();
    if (selected || hovered) {
      show();
    } else {
      hide();
    }
  }

  private boolean alone() {
    return getHost().getViewer().getSelectedEditParts().size() < 2;
  }

  private void show() {
    if (knob == null) {
      knob = new FlowKnob((BoxHost) getHost());
      layer().add(knob);
    }
  }

  private void hide() {
    if (knob != null) {
      IFigure shown = knob;
      knob = null;
      layer().remove(shown);
    }
  }

  private IFigure layer() {
    return getLayer(LayerConstants.HANDLE_LAYER);
  }
}
