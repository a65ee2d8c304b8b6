package org.firebreak.diagram.tools;

import org.eclipse.gef.KeyHandler;
import org.eclipse.gef.tools.SelectionTool;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;

/** Selects and moves; with the middle button, or while the space bar is held, it pans. */
public final class SelectTool extends SelectionTool {
  private boolean space;

  @Override
  protected boolean handleKeyDown(KeyEvent event) {
    if (event.character == ' ' && event.stateMask == 0) {
      space = true;
      return true;
    }
    // Nothing is being dragged that Escape would end: it means the selection.
    KeyHandler keys = getCurrentViewer().getKeyHandler();
    if (event.keyCode == SWT.ESC && isInState(STATE_INITIAL) && keys != null) {
      return keys.keyPressed(event);
    }
    return super.handleKeyDown(event);
  }

  @Override
  protected boolean handleKeyUp(KeyEvent event) {
    if (event.character == ' ') {
      space = false;
      return true;
    }
    return super.handleKeyUp(event);
  }

  @Override
  protected boolean handleFocusLost() {
    space = false;
    return super.handleFocusLost();
  }

  @Override
  protected boolean handleButtonDown(int button) {
    if (button == 2 || space && button == 1) {
      setDragTracker(new PanTool());
      lockTargetEditPart(getCurrentViewer().getContents());
      return stateTransition(STATE_INITIAL, STATE_DRAG);
    }
    return super.handleButtonDown(button);
  }
}
