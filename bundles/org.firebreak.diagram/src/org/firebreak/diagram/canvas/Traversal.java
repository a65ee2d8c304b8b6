package org.firebreak.diagram.canvas;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.TraverseEvent;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;

/**
 * Takes the selection from box to box, and then from line to line, with the tabulator key; after
 * the last the key leaves the canvas as usual.
 */
final class Traversal {
  private final GraphicalViewer viewer;
  private final LiveScene live;

  Traversal(GraphicalViewer viewer, LiveScene live) {
    this.viewer = viewer;
    this.live = live;
  }

  void traverse(TraverseEvent event) {
    boolean forward = event.detail == SWT.TRAVERSE_TAB_NEXT;
    boolean leaving = (event.stateMask & SWT.CTRL) != 0;
    if (!leaving && (forward || event.detail == SWT.TRAVERSE_TAB_PREVIOUS)) {
      event.doit = !step(forward ? 1 : -1);
    }
  }

  /** Selects the next part; answers whether there is one. */
  private boolean step(int direction) {
    List<?> selected = viewer.getSelectedEditParts();
    EditPart now = selected.isEmpty() ? null : (EditPart) selected.get(selected.size() - 1);
    EditPart next = next(now, direction);
    if (next == null) {
      return false;
    }
    viewer.select(next);
    viewer.reveal(next);
    return true;
  }

  /**
   * The part after another one.
   *
   * @param now {@code null}, or not in the order, to begin at an end
   * @param direction 1 or -1
   * @return {@code null} if there is none
   */
  EditPart next(EditPart now, int direction) {
    List<EditPart> order = order();
    int at = order.indexOf(now);
    int next = at < 0 ? (direction > 0 ? 0 : order.size() - 1) : at + direction;
    return next < 0 || next >= order.size() ? null : order.get(next);
  }

  private List<EditPart> order() {
    List<EditPart> order = new ArrayList<>();
    for (Box box : live.scene().boxes()) {
      add(live.model(box.id()), order);
    }
    for (Line line : live.lines()) {
      add(new FlowLine(line.id()), order);
    }
    return order;
  }

  private void add(Object model, List<EditPart> order) {
    if (viewer.getEditPartRegistry().get(model) instanceof EditPart part) {
      order.add(part);
    }
  }
}
