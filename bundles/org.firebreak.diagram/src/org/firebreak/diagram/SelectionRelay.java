package org.firebreak.diagram;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;

/**
 * The selection of an editor, whichever diagram it shows at the moment. Post selection listeners,
 * which show much about what is selected, hear of it once the canvas had time to show it.
 */
final class SelectionRelay implements IPostSelectionProvider {
  private static final int PAUSE_MS = 30;

  private final List<ISelectionChangedListener> listeners = new ArrayList<>();
  private final List<ISelectionChangedListener> postListeners = new ArrayList<>();
  private final Runnable later = () -> tell(postListeners, getSelection());
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

  @Override
  public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
    postListeners.add(listener);
  }

  @Override
  public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
    postListeners.remove(listener);
  }

  private void tell(ISelection selection) {
    tell(listeners, selection);
    Display.getCurrent().timerExec(PAUSE_MS, later);
  }

  private void tell(List<ISelectionChangedListener> told, ISelection selection) {
    SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
    List.copyOf(told).forEach(listener -> listener.selectionChanged(event));
  }
}
