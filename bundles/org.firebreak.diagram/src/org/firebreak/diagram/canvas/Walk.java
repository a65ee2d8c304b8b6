package org.firebreak.diagram.canvas;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.firebreak.diagram.policies.BoxHost;

/**
 * Takes the selection into boxes and out of them, and along lines. With Ctrl the arrows take only
 * the focus along, and Ctrl+Space selects what has it or takes it out of the selection.
 */
final class Walk {
  private final GraphicalViewer viewer;
  private final Traversal traversal;
  private EditPart hub;

  Walk(GraphicalViewer viewer, Traversal traversal) {
    this.viewer = viewer;
    this.traversal = traversal;
  }

  /** Answers whether the key is one that walks. */
  boolean keyPressed(KeyEvent event) {
    int held = event.stateMask & SWT.MODIFIER_MASK;
    if (held == SWT.ALT) {
      return switch (event.keyCode) {
        case SWT.ARROW_DOWN -> select(inside());
        case SWT.ARROW_UP -> select(outside());
        default -> false;
      };
    }
    if (held == SWT.MOD1) {
      return switch (event.keyCode) {
        case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> focus(1);
        case SWT.ARROW_LEFT, SWT.ARROW_UP -> focus(-1);
        case ' ' -> toggle();
        default -> false;
      };
    }
    boolean plain = (held & ~SWT.SHIFT) == 0;
    return switch (event.character) {
      case '/' -> plain && line(1);
      case '\\' -> plain && line(-1);
      default -> false;
    };
  }

  /** What is first in the selected box; the server end of a selected line. */
  private EditPart inside() {
    EditPart now = current();
    if (now instanceof ConnectionEditPart line) {
      return line.getTarget();
    }
    List<?> children = (now == null ? viewer.getContents() : now).getChildren();
    return children.isEmpty() ? null : (EditPart) children.get(0);
  }

  /** The box around the selected one; the client end of a selected line. */
  private EditPart outside() {
    EditPart now = current();
    if (now instanceof ConnectionEditPart line) {
      return line.getSource();
    }
    EditPart around = now == null ? null : now.getParent();
    return around instanceof BoxHost host && host.box() != null ? around : null;
  }

  /** Selects the next line of a box, round and round. */
  private boolean line(int direction) {
    EditPart now = current();
    if (now instanceof ConnectionEditPart line) {
      if (hub != line.getSource() && hub != line.getTarget()) {
        hub = line.getSource();
      }
    } else {
      hub = now;
    }
    if (!(hub instanceof GraphicalEditPart box)) {
      return true;
    }
    List<EditPart> lines = new ArrayList<>();
    for (Object line : box.getSourceConnections()) {
      lines.add((EditPart) line);
    }
    for (Object line : box.getTargetConnections()) {
      lines.add((EditPart) line);
    }
    if (!lines.isEmpty()) {
      int at = lines.indexOf(now);
      int first = direction > 0 ? 0 : lines.size() - 1;
      select(lines.get(at < 0 ? first : Math.floorMod(at + direction, lines.size())));
    }
    return true;
  }

  private boolean focus(int direction) {
    EditPart next = traversal.next(viewer.getFocusEditPart(), direction);
    if (next != null) {
      viewer.setFocus(next);
      viewer.reveal(next);
    }
    return true;
  }

  private boolean toggle() {
    EditPart part = viewer.getFocusEditPart();
    if (part != null && part != viewer.getContents()) {
      if (part.getSelected() == EditPart.SELECTED_NONE) {
        viewer.appendSelection(part);
      } else {
        viewer.deselect(part);
      }
      viewer.setFocus(part);
    }
    return true;
  }

  private boolean select(EditPart part) {
    if (part != null) {
      viewer.select(part);
      viewer.reveal(part);
    }
    return true;
  }

  private EditPart current() {
    List<?> selected = viewer.getSelectedEditParts();
    return selected.isEmpty() ? null : (EditPart) selected.get(selected.size() - 1);
  }
}
