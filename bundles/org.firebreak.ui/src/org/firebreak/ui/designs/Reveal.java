package org.firebreak.ui.designs;

import java.util.List;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;

/** Shows elements where they are: on the diagram of their design and in the explorer. */
public final class Reveal {

  private Reveal() {}

  /**
   * Selects elements on the diagram and in every view that can show them.
   *
   * @param elements of one design; nothing happens if there are none
   */
  public static void in(IWorkbenchPage page, List<? extends EObject> elements) {
    if (elements.isEmpty()) {
      return;
    }
    ShowInContext context = new ShowInContext(null, new StructuredSelection(elements));
    IEditorPart editor = editorOf(page, elements.get(0));
    if (editor != null) {
      page.bringToTop(editor);
      show(Adapters.adapt(editor, IShowInTarget.class), context);
    }
    for (IViewReference reference : page.getViewReferences()) {
      IViewPart view = reference.getView(false);
      if (view instanceof IShowInTarget target) {
        show(target, context);
      }
    }
  }

  private static void show(IShowInTarget target, ShowInContext context) {
    if (target != null) {
      target.show(context);
    }
  }

  /** The editor that shows the design of an element; {@code null} if none does. */
  public static IEditorPart editorOf(IWorkbenchPage page, EObject element) {
    for (IEditorReference reference : page.getEditorReferences()) {
      IEditorPart editor = reference.getEditor(false);
      boolean holds =
          OpenDesigns.shownBy(editor)
              .filter(document -> EcoreUtil.isAncestor(document.design(), element))
              .isPresent();
      if (holds) {
        return editor;
      }
    }
    return null;
  }
}
