package org.firebreak.ui.problems;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.core.commands.common.EventManager;
import org.eclipse.jface.util.SafeRunnable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.firebreak.model.Element;

/** Other views see the elements of the selected problems, so that properties shows them. */
final class ElementsOfProblems extends EventManager implements ISelectionProvider {
  private final Supplier<List<Element>> elements;

  ElementsOfProblems(Supplier<List<Element>> elements) {
    this.elements = elements;
  }

  @Override
  public ISelection getSelection() {
    return new StructuredSelection(elements.get());
  }

  @Override
  public void setSelection(ISelection selection) {
    // The list of problems is not chosen from outside.
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    addListenerObject(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    removeListenerObject(listener);
  }

  /** Others are selected. */
  void tell() {
    SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
    for (Object listener : getListeners()) {
      SafeRunnable.run(() -> ((ISelectionChangedListener) listener).selectionChanged(event));
    }
  }
}
