package org.firebreak.ui.designs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.diagram.DesignDocuments;
import org.firebreak.diagram.DesignEditorInput;

/**
 * The designs that a window has open, and the one that its active editor shows. For the UI thread.
 */
public final class OpenDesigns {
  /** Is told when the open designs or the active one change, and of what happens to them. */
  public interface Listener {
    /** Other designs are open, or another one is active. */
    void designsChanged();

    /** Something happened to an open design. */
    default void happened(DesignDocument document, DesignDocument.Event event) {}
  }

  private static final Map<IWorkbenchWindow, OpenDesigns> WINDOWS = new WeakHashMap<>();

  private final IWorkbenchWindow window;
  private final List<Listener> listeners = new ArrayList<>();
  private final DesignDocument.Listener relay = this::tell;
  private Set<DesignDocument> open = Set.of();
  private DesignDocument active;
  private boolean refreshing;

  private OpenDesigns(IWorkbenchWindow window) {
    this.window = window;
    window.getPartService().addPartListener(new PartChanges());
    refresh();
  }

  /** The open designs of a window. */
  public static OpenDesigns in(IWorkbenchWindow window) {
    return WINDOWS.computeIfAbsent(window, OpenDesigns::new);
  }

  /** The design that the active editor shows, if there is one. */
  public Optional<DesignDocument> active() {
    return Optional.ofNullable(active);
  }

  /** All open designs in the order of their editors. */
  public List<DesignDocument> all() {
    return List.copyOf(open);
  }

  /** The open design that is, or holds, an element. */
  public Optional<DesignDocument> of(EObject element) {
    return open.stream()
        .filter(document -> EcoreUtil.isAncestor(document.design(), element))
        .findFirst();
  }

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  /** The design that an editor shows, if it is an editor of designs that has loaded one. */
  public static Optional<DesignDocument> shownBy(IEditorPart editor) {
    if (editor == null || !(editor.getEditorInput() instanceof DesignEditorInput input)) {
      return Optional.empty();
    }
    return input.untitled() != null
        ? Optional.of(input.untitled())
        : DesignDocuments.find(input.file());
  }

  private void refresh() {
    IWorkbenchPage page = window.getActivePage();
    Set<DesignDocument> now = new LinkedHashSet<>();
    DesignDocument nowActive = null;
    if (page != null) {
      for (IEditorReference reference : page.getEditorReferences()) {
        shownBy(reference.getEditor(false)).ifPresent(now::add);
      }
      nowActive = shownBy(page.getActiveEditor()).filter(now::contains).orElse(null);
    }
    if (now.equals(open) && nowActive == active) {
      return;
    }
    open.stream().filter(document -> !now.contains(document)).forEach(this::forget);
    now.stream().filter(document -> !open.contains(document)).forEach(this::follow);
    open = now;
    active = nowActive;
    List.copyOf(listeners).forEach(Listener::designsChanged);
  }

  private void follow(DesignDocument document) {
    document.addListener(relay);
  }

  private void forget(DesignDocument document) {
    document.removeListener(relay);
  }

  private void tell(DesignDocument document, DesignDocument.Event event) {
    List.copyOf(listeners).forEach(listener -> listener.happened(document, event));
  }

  /** Once, after the workbench has finished what it is doing. */
  private void refreshSoon() {
    if (refreshing) {
      return;
    }
    refreshing = true;
    Display display = Objects.requireNonNull(window.getWorkbench().getDisplay());
    display.asyncExec(
        () -> {
          refreshing = false;
          refresh();
        });
  }

  private final class PartChanges implements IPartListener2 {
    @Override
    public void partOpened(IWorkbenchPartReference part) {
      refreshSoon();
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
      refreshSoon();
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
      refreshSoon();
    }

    @Override
    public void partInputChanged(IWorkbenchPartReference part) {
      refreshSoon();
    }
  }
}
