package org.firebreak.diagram.canvas;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.KeyHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;

/**
 * Keys that belong to the canvas itself: arrows move what is selected, Escape goes out to the box
 * around it, others {@linkplain Walk walk}. The others are commands of the workbench.
 */
final class CanvasKeys extends KeyHandler {
  private static final int STEP = 10;

  private final GraphicalViewer viewer;
  private final Nudge nudge;
  private final Walk walk;

  CanvasKeys(GraphicalViewer viewer, Walk walk) {
    this.viewer = viewer;
    this.walk = walk;
    this.nudge = new Nudge(viewer);
  }

  /** Ends a move that was begun with the arrows. */
  void finish() {
    nudge.finish();
  }

  @Override
  public boolean keyPressed(KeyEvent event) {
    int step = (event.stateMask & SWT.SHIFT) != 0 ? 1 : STEP;
    boolean plain = (event.stateMask & (SWT.CTRL | SWT.ALT | SWT.COMMAND)) == 0;
    if (plain && isArrow(event.keyCode)) {
      switch (event.keyCode) {
        case SWT.ARROW_LEFT -> nudge.by(-step, 0);
        case SWT.ARROW_RIGHT -> nudge.by(step, 0);
        case SWT.ARROW_UP -> nudge.by(0, -step);
        default -> nudge.by(0, step);
      }
      return true;
    }
    if (event.keyCode == SWT.ESC && nudge.cancel()) {
      return true;
    }
    nudge.finish();
    if (event.keyCode == SWT.ESC) {
      selectAround();
      return true;
    }
    if (walk.keyPressed(event)) {
      return true;
    }
    return super.keyPressed(event);
  }

  @Override
  public boolean keyReleased(KeyEvent event) {
    if (isArrow(event.keyCode)) {
      nudge.finish();
      return true;
    }
    return super.keyReleased(event);
  }

  private void selectAround() {
    List<EditPart> around = new ArrayList<>();
    for (Object part : viewer.getSelectedEditParts()) {
      EditPart parent = ((EditPart) part).getParent();
      boolean box = parent != null && parent != viewer.getContents() && parent.getModel() != null;
      if (box && parent != viewer.getRootEditPart() && !around.contains(parent)) {
        around.add(parent);
      }
    }
    viewer.deselectAll();
    around.forEach(viewer::appendSelection);
  }

  private static boolean isArrow(int key) {
    return key == SWT.ARROW_LEFT
        || key == SWT.ARROW_RIGHT
        || key == SWT.ARROW_UP
        || key == SWT.ARROW_DOWN;
  }
}
