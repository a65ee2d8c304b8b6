package org.firebreak.ui.designs;

import java.util.List;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.firebreak.diagram.DiagramEditor;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;

/** Goes to elements on the canvas: opens the diagram that shows them. */
public final class GoTo {
  private static final String SERVICES = "org.firebreak.ui.tables.services";

  private GoTo() {}

  /**
   * Shows elements.
   *
   * @param elements of one design, the first is the one to go to; nothing happens if there are none
   */
  public static void show(IWorkbenchPage page, List<Element> elements) {
    if (elements.isEmpty()) {
      return;
    }
    Element first = elements.get(0);
    IEditorPart part = Reveal.editorOf(page, first);
    if (part instanceof DiagramEditor editor) {
      page.bringToTop(editor);
      if (first instanceof Service) {
        editor.showPage(SERVICES);
      } else if (!isShown(editor, first)) {
        diagram(page, editor, first);
      }
    }
    Reveal.in(page, elements);
  }

  /** Opens the first diagram with the element; else one with what holds it. */
  private static void diagram(IWorkbenchPage page, DiagramEditor editor, Element element) {
    for (EObject at = element; at != null && !(at instanceof Design); at = at.eContainer()) {
      for (Diagram diagram : ((Design) root(element)).getDiagrams()) {
        if (shows(diagram, at)) {
          editor.showDiagram(diagram);
          if (at != element) {
            Reveal.in(page, List.of(at));
          }
          return;
        }
      }
    }
  }

  private static boolean shows(Diagram diagram, EObject element) {
    return switch (element) {
      case Flow flow -> has(diagram, flow.getSource()) && has(diagram, flow.getDestination());
      default -> diagram.getNodes().stream().anyMatch(node -> node.getElement() == element);
    };
  }

  /** Whether a diagram shows an end of a flow, or what holds it. */
  private static boolean has(Diagram diagram, Endpoint end) {
    for (EObject at = end; at != null; at = at.eContainer()) {
      EObject shown = at;
      if (diagram.getNodes().stream().anyMatch(node -> node.getElement() == shown)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShown(DiagramEditor editor, Element element) {
    DiagramCanvas canvas = Adapters.adapt(editor, DiagramCanvas.class);
    return canvas != null && canvas.partOf(element) != null;
  }

  private static EObject root(EObject element) {
    return org.eclipse.emf.ecore.util.EcoreUtil.getRootContainer(element);
  }
}
