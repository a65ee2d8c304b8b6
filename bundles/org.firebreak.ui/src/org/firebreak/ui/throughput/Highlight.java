package org.firebreak.ui.throughput;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IWorkbenchPage;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Flow;

/** Lets the flows of the selected rows stand out on the diagram. */
final class Highlight {
  private final IWorkbenchPage page;
  private DiagramCanvas lit;

  Highlight(IWorkbenchPage page) {
    this.page = page;
  }

  /** Flows of a design by their ids, in its order. */
  static List<Flow> flows(DesignDocument document, Collection<String> ids) {
    Set<String> wanted = Set.copyOf(ids);
    return document.design().getFlows().stream()
        .filter(flow -> wanted.contains(flow.getId()))
        .toList();
  }

  /** Lets only these flows stand out; none for nothing. */
  void show(Collection<Flow> flows) {
    DiagramCanvas canvas = Adapters.adapt(page.getActiveEditor(), DiagramCanvas.class);
    if (lit != canvas) {
      clear();
    }
    lit = canvas;
    if (canvas != null) {
      canvas.live().setHighlighted(flows);
    }
  }

  void clear() {
    if (lit != null && lit.control() != null && !lit.control().isDisposed()) {
      lit.live().setHighlighted(List.of());
    }
    lit = null;
  }
}
