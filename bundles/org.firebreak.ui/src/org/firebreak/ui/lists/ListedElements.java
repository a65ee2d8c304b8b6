package org.firebreak.ui.lists;

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

/** Other views see the elements of the selected rows, so that properties shows them. */
public final class ListedElements extends EventManager implements ISelectionProvider {
  private final Supplier<List<Element>> elements;

  public ListedElements(Supplier<List<Element>> elements) {
    this.elements = elements;
  }

  @Override
  public ISelection getSelection() {
    return new StructuredSelection(elements.get());
  }

  @Override
  public void setSelection(ISelection selection) {
    // Rows are not chosen from outside.
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
  public void tell() {
    SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
    for (Object listener : getListeners()) {
      SafeRunnable.run(() -> ((ISelectionChangedListener) listener).selectionChanged(event));
    }
  }
}
