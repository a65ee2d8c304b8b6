package org.firebreak.diagram.tools;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.editparts.LayerManager;
import org.eclipse.gef.tools.AbstractTool;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.firebreak.diagram.figures.FrameFigure;
import org.firebreak.diagram.figures.Geometry;
import org.firebreak.diagram.policies.BoxHost;
import org.firebreak.diagram.policies.OpenRequests;

/**
 * Selects the boxes that lie wholly in a frame. Shift adds to the selection, Ctrl toggles. A click
 * without a frame selects nothing.
 */
public final class FrameTool extends AbstractTool implements DragTracker {
  private FrameFigure frame;

  public FrameTool() {
    setUnloadWhenFinished(false);
  }

  @Override
  protected String getCommandName() {
    return REQ_SELECTION;
  }

  @Override
  protected boolean handleButtonDown(int button) {
    if (button != 1) {
      setState(STATE_INVALID);
      return handleInvalidInput();
    }
    return stateTransition(STATE_INITIAL, STATE_DRAG_IN_PROGRESS);
  }

  @Override
  protected boolean handleDragInProgress() {
    if (isInState(STATE_DRAG_IN_PROGRESS)) {
      showFrame();
    }
    return true;
  }

  @Override
  protected boolean handleButtonUp(int button) {
    if (stateTransition(STATE_DRAG_IN_PROGRESS, STATE_TERMINAL)) {
      select();
      eraseFrame();
    }
    handleFinished();
    return true;
  }

  /** A double click on the empty canvas offers what can be drawn. */
  @Override
  protected boolean handleDoubleClick(int button) {
    if (button == 1) {
      OpenRequests.openCanvas(getCurrentViewer(), getLocation());
    }
    return true;
  }

  @Override
  protected boolean handleKeyDown(KeyEvent event) {
    if (event.character == SWT.ESC) {
      eraseFrame();
      setState(STATE_TERMINAL);
      handleFinished();
      return true;
    }
    return super.handleKeyDown(event);
  }

  @Override
  protected boolean handleFocusLost() {
    return cancel();
  }

  @Override
  protected boolean handleInvalidInput() {
    return cancel();
  }

  @Override
  public void deactivate() {
    eraseFrame();
    super.deactivate();
    setState(STATE_TERMINAL);
  }

  /** As a tracker it is used once; as a tool it waits for the next frame. */
  @Override
  protected void handleFinished() {
    reactivate();
  }

  @Override
  public void commitDrag() {}

  private boolean cancel() {
    if (isInState(STATE_DRAG_IN_PROGRESS)) {
      eraseFrame();
      setState(STATE_TERMINAL);
      handleFinished();
      return true;
    }
    return false;
  }

  private Rectangle drawn() {
    return new Rectangle(getStartLocation(), getLocation());
  }

  private void showFrame() {
    if (frame == null) {
      frame = new FrameFigure(((BoxHost) getCurrentViewer().getContents()).style());
      layer().add(frame);
    }
    Rectangle bounds = drawn();
    frame.translateToRelative(bounds);
    frame.setBounds(bounds);
  }

  private void eraseFrame() {
    if (frame != null) {
      layer().remove(frame);
      frame = null;
    }
  }

  private IFigure layer() {
    LayerManager layers =
        (LayerManager) getCurrentViewer().getEditPartRegistry().get(LayerManager.ID);
    return layers.getLayer(LayerConstants.FEEDBACK_LAYER);
  }

  private void select() {
    EditPartViewer viewer = getCurrentViewer();
    List<EditPart> inside = new ArrayList<>();
    if (movedPastThreshold()) {
      collect((GraphicalEditPart) viewer.getContents(), drawn(), inside);
    }
    boolean toggle = getCurrentInput().isModKeyDown(SWT.MOD1);
    boolean add = getCurrentInput().isShiftKeyDown();
    Set<Object> selection = new LinkedHashSet<>();
    if (toggle || add) {
      List<?> before = viewer.getSelectedEditParts();
      selection.addAll(before);
    }
    for (EditPart part : inside) {
      if (!selection.add(part) && toggle) {
        selection.remove(part);
      }
    }
    viewer.setSelection(new StructuredSelection(selection.toArray()));
  }

  /** A box that lies wholly inside stands for what is in it. */
  private static void collect(GraphicalEditPart parent, Rectangle frame, List<EditPart> inside) {
    for (Object child : parent.getChildren()) {
      if (child instanceof BoxHost host) {
        Rectangle bounds = Geometry.rectangle(host.box().bounds());
        host.getFigure().translateToAbsolute(bounds);
        if (frame.contains(bounds)) {
          inside.add(host);
        } else if (frame.intersects(bounds)) {
          collect(host, frame, inside);
        }
      }
    }
  }
}
