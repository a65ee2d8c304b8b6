package org.firebreak.ui.problems;

import java.util.List;
import java.util.function.Function;
import org.eclipse.core.commands.common.EventManager;
import org.eclipse.jface.util.SafeRunnable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.firebreak.core.validation.Finding;
import org.firebreak.model.Element;

/** Other views see the elements of the selected findings, so that properties shows them. */
final class ElementsOfFindings extends EventManager implements ISelectionProvider {
  private final TableViewer viewer;
  private final Function<Finding, List<Element>> elements;

  ElementsOfFindings(TableViewer viewer, Function<Finding, List<Element>> elements) {
    this.viewer = viewer;
    this.elements = elements;
    viewer.addPostSelectionChangedListener(event -> tell());
  }

  @Override
  public ISelection getSelection() {
    List<Element> selected =
        viewer.getStructuredSelection().stream()
            .filter(Finding.class::isInstance)
            .map(Finding.class::cast)
            .flatMap(finding -> elements.apply(finding).stream())
            .distinct()
            .toList();
    return new StructuredSelection(selected);
  }

  @Override
  public void setSelection(ISelection selection) {
    // The list of findings is not chosen from outside.
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    addListenerObject(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    removeListenerObject(listener);
  }

  private void tell() {
    SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
    for (Object listener : getListeners()) {
      SafeRunnable.run(() -> ((ISelectionChangedListener) listener).selectionChanged(event));
    }
  }
}
