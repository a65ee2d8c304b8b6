package org.firebreak.diagram;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** The selection of an editor, whichever diagram it shows at the moment. */
final class SelectionRelay implements IPostSelectionProvider {
  private final List<ISelectionChangedListener> listeners = new ArrayList<>();
  private final ISelectionChangedListener relay = event -> tell(event.getSelection());
  private ISelectionProvider source;

  /** Follows another source; {@code null} for none, whose selection is empty. */
  void follow(ISelectionProvider other) {
    if (source != null) {
      source.removeSelectionChangedListener(relay);
    }
    source = other;
    if (source != null) {
      source.addSelectionChangedListener(relay);
    }
    tell(getSelection());
  }

  @Override
  public ISelection getSelection() {
    return source == null ? StructuredSelection.EMPTY : source.getSelection();
  }

  @Override
  public void setSelection(ISelection selection) {
    if (source != null) {
      source.setSelection(selection);
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

  /** The canvas tells once a selection is complete, so both kinds of listeners hear the same. */
  @Override
  public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }

  private void tell(ISelection selection) {
    SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
    List.copyOf(listeners).forEach(listener -> listener.selectionChanged(event));
  }
}
