package org.firebreak.diagram.dropping;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.firebreak.model.Design;
import org.firebreak.model.Element;

/** Model elements that are dragged from a tree of this window. */
public final class DraggedElements {
  private DraggedElements() {}

  /** Lets elements be dragged out of a tree or table. */
  public static void from(StructuredViewer viewer) {
    viewer.addDragSupport(
        DND.DROP_COPY | DND.DROP_LINK,
        new Transfer[] {LocalSelectionTransfer.getTransfer()},
        new Source(viewer));
  }

  /** What is dragged now, as far as it belongs to a design. */
  static List<Element> of(Design design) {
    ISelection selection = LocalSelectionTransfer.getTransfer().getSelection();
    return selection instanceof IStructuredSelection dragged
        ? elements(dragged).stream().filter(element -> design(element) == design).toList()
        : List.of();
  }

  private static List<Element> elements(IStructuredSelection selection) {
    return selection.stream()
        .filter(each -> each instanceof Element && !(each instanceof Design))
        .map(Element.class::cast)
        .toList();
  }

  private static Design design(EObject element) {
    EObject at = element;
    while (at != null && !(at instanceof Design)) {
      at = at.eContainer();
    }
    return (Design) at;
  }

  private static final class Source extends DragSourceAdapter {
    private final StructuredViewer viewer;

    private Source(StructuredViewer viewer) {
      this.viewer = viewer;
    }

    @Override
    public void dragStart(DragSourceEvent event) {
      IStructuredSelection selection = viewer.getStructuredSelection();
      event.doit = !elements(selection).isEmpty();
      if (event.doit) {
        LocalSelectionTransfer.getTransfer().setSelection(selection);
      }
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
      event.data = LocalSelectionTransfer.getTransfer().getSelection();
    }

    @Override
    public void dragFinished(DragSourceEvent event) {
      LocalSelectionTransfer.getTransfer().setSelection(null);
    }
  }
}
