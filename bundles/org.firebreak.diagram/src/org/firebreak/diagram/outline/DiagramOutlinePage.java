package org.firebreak.diagram.outline;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.part.PageBook;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.canvas.Icons;

/** The outline of an editor: thumbnail or tree of its diagram, both in step with the canvas. */
public final class DiagramOutlinePage extends Page implements IContentOutlinePage {
  private final List<ISelectionChangedListener> listeners = new ArrayList<>();
  private final ISelectionChangedListener fromCanvas = event -> selectOnTree();
  private DiagramCanvas canvas;
  private PageBook book;
  private Composite area;
  private FindingRuler ruler;
  private Control empty;
  private Thumbnail thumbnail;
  private ElementTree tree;
  private boolean asTree;
  private boolean selecting;

  /**
   * @param canvas what is outlined; {@code null} if there is nothing yet
   */
  public DiagramOutlinePage(DiagramCanvas canvas) {
    this.canvas = canvas;
  }

  @Override
  public void createControl(Composite parent) {
    area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(area);
    book = new PageBook(area, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(book);
    ruler = new FindingRuler(area);
    GridDataFactory.fillDefaults().hint(FindingRuler.WIDTH, SWT.DEFAULT).applyTo(ruler);
    empty = emptyPage(book);
    book.addListener(SWT.Dispose, event -> letGo());
    IToolBarManager bar = getSite().getActionBars().getToolBarManager();
    bar.add(choice("Thumbnail", "thumbnail", false));
    bar.add(choice("Tree", "tree", true));
    getSite().getActionBars().updateActionBars();
    show(canvas);
  }

  private static Control emptyPage(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().applyTo(page);
    Label text = new Label(page, SWT.WRAP | SWT.CENTER);
    text.setText("Open a diagram to see its outline.");
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, true).applyTo(text);
    return page;
  }

  /** Outlines another canvas; {@code null} for none. */
  public void show(DiagramCanvas other) {
    letGo();
    canvas = other;
    if (book == null || book.isDisposed()) {
      return;
    }
    ruler.show(canvas);
    if (canvas != null) {
      thumbnail = new Thumbnail(book, canvas);
      tree = new ElementTree(book, canvas);
      tree.viewer().addSelectionChangedListener(this::selectOnCanvas);
      canvas.viewer().addSelectionChangedListener(fromCanvas);
    }
    turn();
  }

  private void letGo() {
    if (canvas != null) {
      canvas.viewer().removeSelectionChangedListener(fromCanvas);
    }
    if (thumbnail != null) {
      Control former = tree.viewer().getControl();
      thumbnail.dispose();
      former.dispose();
      thumbnail = null;
      tree = null;
    }
  }

  private void turn() {
    if (canvas == null) {
      book.showPage(empty);
    } else {
      book.showPage(asTree ? tree.viewer().getControl() : thumbnail);
      selecting = true;
      tree.setVisible(asTree);
      selecting = false;
      ruler.beside(asTree ? null : thumbnail);
    }
  }

  private IAction choice(String name, String icon, boolean wantsTree) {
    Action action =
        new Action(name, IAction.AS_RADIO_BUTTON) {
          @Override
          public void run() {
            asTree = wantsTree;
            turn();
          }
        };
    action.setToolTipText(name);
    action.setImageDescriptor(Icons.descriptor(icon));
    action.setChecked(asTree == wantsTree);
    return action;
  }

  private void selectOnTree() {
    if (!selecting && tree != null) {
      selecting = true;
      tree.select(canvas.selectedElements());
      selecting = false;
    }
  }

  private void selectOnCanvas(SelectionChangedEvent event) {
    if (!selecting) {
      selecting = true;
      List<?> chosen = tree.viewer().getStructuredSelection().toList();
      canvas.select(
          chosen.stream().filter(EObject.class::isInstance).map(EObject.class::cast).toList());
      selecting = false;
      List.copyOf(listeners).forEach(listener -> listener.selectionChanged(event));
    }
  }

  @Override
  public Control getControl() {
    return area;
  }

  @Override
  public void setFocus() {
    book.setFocus();
  }

  @Override
  public ISelection getSelection() {
    return tree == null ? StructuredSelection.EMPTY : tree.viewer().getSelection();
  }

  @Override
  public void setSelection(ISelection selection) {
    if (tree != null) {
      tree.viewer().setSelection(selection, true);
    }
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }
}
