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
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Flow;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;

/**
 * What a diagram shows, as a tree: boxes as they lie in each other, then the flows. It is filled
 * when it is first shown, and anew a moment after the last of several changes.
 */
final class ElementTree {
  private static final Object FLOWS = Folder.FLOWS;
  private static final int DELAY = 200;

  private final DiagramCanvas canvas;
  private final TreeViewer viewer;
  private final LiveScene.Listener changes;
  private boolean visible;
  private boolean filled;
  private boolean stale;

  ElementTree(Composite parent, DiagramCanvas canvas) {
    this.canvas = canvas;
    viewer = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    viewer.setUseHashlookup(true);
    viewer.setContentProvider(new Shown());
    viewer.setLabelProvider(new Labels());
    DraggedElements.from(viewer);
    changes = delta -> refreshSoon();
    canvas.live().addListener(changes);
    viewer.getControl().addListener(SWT.Dispose, e -> canvas.live().removeListener(changes));
  }

  TreeViewer viewer() {
    return viewer;
  }

  /** Is shown from now on, or hidden, when it need not follow anything. */
  void setVisible(boolean shown) {
    visible = shown;
    if (visible && !filled) {
      filled = true;
      viewer.setInput(canvas.live().diagram());
      for (Box box : canvas.live().scene().children(null)) {
        viewer.setExpandedState(element(box), true);
      }
    } else if (visible && stale) {
      refresh();
    }
    if (visible) {
      select(canvas.selectedElements());
    }
  }

  /** Selects and shows elements; later, if the tree is hidden. */
  void select(List<? extends EObject> elements) {
    if (visible && !viewer.getStructuredSelection().toList().equals(elements)) {
      viewer.setSelection(new StructuredSelection(elements), true);
    }
  }

  private void refreshSoon() {
    if (!stale && filled) {
      stale = true;
      viewer.getControl().getDisplay().timerExec(DELAY, this::refresh);
    }
  }

  private void refresh() {
    if (stale && visible && !viewer.getControl().isDisposed()) {
      stale = false;
      viewer.refresh();
    }
  }

  private EObject element(Box box) {
    Element model = canvas.live().model(box.id());
    return model instanceof DiagramNode node && node.getElement() != null
        ? node.getElement()
        : model;
  }

  private List<Flow> flows() {
    LiveScene live = canvas.live();
    List<Flow> flows = new ArrayList<>();
    for (Line line : live.lines()) {
      flows.addAll(live.flows(new FlowLine(line.id())));
    }
    return flows;
  }

  /** The folder of all flows, of which there may be thousands. */
  private enum Folder {
    FLOWS
  }

  private final class Shown implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      List<Object> elements = new ArrayList<>(inside(null));
      if (!canvas.live().lines().isEmpty()) {
        elements.add(FLOWS);
      }
      return elements.toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
      if (parent == FLOWS) {
        return flows().toArray();
      }
      String box = boxId(parent);
      return box == null ? new Object[0] : inside(box).toArray();
    }

    @Override
    public Object getParent(Object element) {
      if (element instanceof Flow) {
        return FLOWS;
      }
      return element instanceof EObject object && !(element instanceof Diagram)
          ? object.eContainer()
          : null;
    }

    @Override
    public boolean hasChildren(Object parent) {
      String box = boxId(parent);
      return parent == FLOWS || box != null && !canvas.live().scene().children(box).isEmpty();
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
      if (element == FLOWS) {
        return "Flows  " + flows().size();
      }
      String detail = ModelDescriptions.detail((EObject) element);
      String label = ModelDescriptions.label((EObject) element);
      return detail.isEmpty() ? label : label + "  " + detail;
    }

    @Override
    public Image getImage(Object element) {
      String icon = element == FLOWS ? "flow" : ModelDescriptions.icon((EObject) element);
      return images.create(Icons.descriptor(icon));
    }
  }
}
