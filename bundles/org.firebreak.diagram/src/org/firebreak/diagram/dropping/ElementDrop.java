package org.firebreak.diagram.dropping;

import java.util.List;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.util.TransferDropTargetListener;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.firebreak.diagram.task.DiagramContext;
import org.firebreak.model.Element;

/** Shows elements that are dropped on a diagram, and selects those that it shows already. */
public final class ElementDrop extends DropTargetAdapter implements TransferDropTargetListener {
  private final DiagramContext context;

  private ElementDrop(DiagramContext context) {
    this.context = context;
  }

  /** Lets elements be dropped on the diagram of a context. */
  public static void install(DiagramContext context) {
    context.canvas().viewer().addDropTargetListener(new ElementDrop(context));
  }

  @Override
  public Transfer getTransfer() {
    return LocalSelectionTransfer.getTransfer();
  }

  @Override
  public boolean isEnabled(DropTargetEvent event) {
    return !DraggedElements.of(context.design()).isEmpty();
  }

  @Override
  public void dragEnter(DropTargetEvent event) {
    allow(event);
  }

  @Override
  public void dragOver(DropTargetEvent event) {
    allow(event);
  }

  @Override
  public void dragOperationChanged(DropTargetEvent event) {
    allow(event);
  }

  @Override
  public void drop(DropTargetEvent event) {
    List<Element> dropped = DraggedElements.of(context.design());
    show(
        context,
        dropped,
        Pointer.onDiagram(
            context.canvas(), context.canvas().control().toControl(event.x, event.y)));
    context.canvas().control().setFocus();
  }

  /** Shows elements from a place on, and selects them. */
  static void show(
      DiagramContext context, List<Element> elements, org.firebreak.scene.geometry.Point at) {
    context.execute(new ShowEdits(context.canvas().live()).show(elements, at));
    context.canvas().select(elements);
  }

  private static void allow(DropTargetEvent event) {
    event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_LINK;
    event.feedback = DND.FEEDBACK_NONE;
  }
}
