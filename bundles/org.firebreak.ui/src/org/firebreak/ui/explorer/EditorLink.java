package org.firebreak.ui.explorer;

import java.util.List;
import java.util.function.Predicate;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.firebreak.ui.designs.Reveal;
import org.firebreak.ui.designs.SelectedElements;
import org.firebreak.ui.images.Images;

/** Keeps explorer and diagram selecting the same, unless the user switches that off. */
final class EditorLink implements ISelectionListener {
  /** Selecting very many elements on the diagram does not open half the tree. */
  private static final int FOLLOWED = 20;

  private final NodeViewer viewer;
  private final IViewSite site;
  private final IShowInTarget explorer;
  private final Action action = new Action("Link with Diagram", IAction.AS_CHECK_BOX) {};
  private final Predicate<Object> shown;
  private boolean following;

  /**
   * @param shown whether the filter leaves an element over; following does not clear the filter
   */
  EditorLink(NodeViewer viewer, IViewSite site, IShowInTarget explorer, Predicate<Object> shown) {
    this.shown = shown;
    this.viewer = viewer;
    this.site = site;
    this.explorer = explorer;
    action.setImageDescriptor(Images.descriptor("link-editor"));
    action.setToolTipText("Select the same in the explorer and on the diagram");
    action.setChecked(true);
    viewer.addPostSelectionChangedListener(event -> leadDiagram());
    site.getPage().addPostSelectionListener(this);
  }

  IAction action() {
    return action;
  }

  void dispose() {
    site.getPage().removePostSelectionListener(this);
  }

  @Override
  public void selectionChanged(IWorkbenchPart part, ISelection selection) {
    List<EObject> elements = SelectedElements.of(selection);
    boolean fromDiagram = part instanceof IEditorPart;
    if (!action.isChecked()
        || !fromDiagram
        || elements.isEmpty()
        || elements.size() > FOLLOWED
        || !elements.stream().allMatch(shown)
        || viewer.getControl().isFocusControl()) {
      return;
    }
    following = true;
    try {
      explorer.show(new ShowInContext(null, new StructuredSelection(elements)));
    } finally {
      following = false;
    }
  }

  private void leadDiagram() {
    List<EObject> elements = SelectedElements.of(viewer.getStructuredSelection());
    if (following || !action.isChecked() || elements.isEmpty()) {
      return;
    }
    IEditorPart editor = Reveal.editorOf(site.getPage(), elements.get(0));
    IShowInTarget target = Adapters.adapt(editor, IShowInTarget.class);
    if (target != null) {
      target.show(new ShowInContext(null, new StructuredSelection(elements)));
    }
  }
}
