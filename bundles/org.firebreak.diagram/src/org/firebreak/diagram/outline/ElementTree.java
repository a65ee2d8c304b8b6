package org.firebreak.diagram.outline;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.canvas.Icons;
import org.firebreak.diagram.dropping.DraggedElements;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;

/** What a diagram shows, as a tree: boxes as they lie in each other, then the flows. */
final class ElementTree {
  private final DiagramCanvas canvas;
  private final TreeViewer viewer;
  private final LiveScene.Listener changes;

  ElementTree(Composite parent, DiagramCanvas canvas) {
    this.canvas = canvas;
    viewer = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    viewer.setUseHashlookup(true);
    viewer.setContentProvider(new Shown());
    viewer.setLabelProvider(new Labels());
    viewer.setInput(canvas.live().diagram());
    viewer.expandToLevel(2);
    DraggedElements.from(viewer);
    changes = delta -> refresh();
    canvas.live().addListener(changes);
    viewer.getControl().addListener(SWT.Dispose, e -> canvas.live().removeListener(changes));
  }

  TreeViewer viewer() {
    return viewer;
  }

  /** Selects and shows elements. */
  void select(List<? extends EObject> elements) {
    if (!viewer.getStructuredSelection().toList().equals(elements)) {
      viewer.setSelection(new StructuredSelection(elements), true);
    }
  }

  private void refresh() {
    if (!viewer.getControl().isDisposed()) {
      viewer.refresh();
    }
  }

  private EObject element(Box box) {
    Element model = canvas.live().model(box.id());
    return model instanceof DiagramNode node && node.getElement() != null
        ? node.getElement()
        : model;
  }

  private final class Shown implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      List<EObject> elements = new ArrayList<>(inside(null));
      LiveScene live = canvas.live();
      for (Line line : live.lines()) {
        elements.addAll(live.flows(new org.firebreak.diagram.live.FlowLine(line.id())));
      }
      return elements.toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
      String box = boxId(parent);
      return box == null ? new Object[0] : inside(box).toArray();
    }

    @Override
    public Object getParent(Object element) {
      return element instanceof Flow || element instanceof Diagram
          ? null
          : ((EObject) element).eContainer();
    }

    @Override
    public boolean hasChildren(Object parent) {
      String box = boxId(parent);
      return box != null && !canvas.live().scene().children(box).isEmpty();
    }

    private List<EObject> inside(String boxId) {
      return canvas.live().scene().children(boxId).stream().map(ElementTree.this::element).toList();
    }

    private String boxId(Object element) {
      return element instanceof Element shown && !(element instanceof Flow)
          ? canvas.live().scene().boxOfElement(shown.getId()).map(Box::id).orElse(null)
          : null;
    }
  }

  private final class Labels extends LabelProvider {
    private final ResourceManager images =
        new LocalResourceManager(JFaceResources.getResources(), viewer.getControl());

    @Override
    public String getText(Object element) {
      String detail = ModelDescriptions.detail((EObject) element);
      String label = ModelDescriptions.label((EObject) element);
      return detail.isEmpty() ? label : label + "  " + detail;
    }

    @Override
    public Image getImage(Object element) {
      return images.create(Icons.descriptor(ModelDescriptions.icon((EObject) element)));
    }
  }
}
