package org.firebreak.diagram;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.firebreak.diagram.canvas.Icons;
import org.firebreak.model.Diagram;

/**
 * The pages of an open design, a tab each: its diagrams first, then what other bundles add. A page
 * is made when its tab is opened for the first time.
 */
final class EditorTabs {
  private final DesignDocument document;
  private final CommandStack stack;
  private final IWorkbenchPartSite site;
  private final Runnable changed;
  private final CTabFolder folder;
  private final ResourceManager images;
  private final Map<CTabItem, DesignPage> pages = new LinkedHashMap<>();
  private final List<PageExtensions.Extension> extensions = PageExtensions.all();

  /**
   * @param changed is called when another page is shown
   */
  EditorTabs(
      Composite parent,
      DesignDocument document,
      CommandStack stack,
      IWorkbenchPartSite site,
      Runnable changed) {
    this.document = document;
    this.stack = stack;
    this.site = site;
    this.changed = changed;
    folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
    images = new LocalResourceManager(JFaceResources.getResources(), folder);
    folder.addListener(SWT.Selection, event -> show((CTabItem) event.item));
    int index = 0;
    for (Diagram diagram : document.design().getDiagrams()) {
      addTab(diagram, index++);
    }
    for (PageExtensions.Extension extension : extensions) {
      CTabItem tab = new CTabItem(folder, SWT.NONE);
      tab.setText(extension.name());
      tab.setData(extension);
      if (extension.icon() != null) {
        tab.setImage(images.create(extension.icon()));
      }
    }
    new TabMenu(this, document).register(folder);
    show(folder.getItem(0));
  }

  CTabFolder folder() {
    return folder;
  }

  /** The page that is shown; {@code null} if it could not be made. */
  DesignPage shown() {
    return pages.get(folder.getSelection());
  }

  /** The diagram of a tab; {@code null} for a page of another kind. */
  static Diagram diagram(CTabItem tab) {
    return tab != null && tab.getData() instanceof Diagram diagram ? diagram : null;
  }

  /** Opens the tab of a diagram; answers whether it has one. */
  boolean showDiagram(Diagram diagram) {
    return tab(diagram)
        .map(
            tab -> {
              show(tab);
              return true;
            })
        .orElse(false);
  }

  /** Opens an added page; answers whether it is there. */
  boolean showPage(String id) {
    for (CTabItem tab : folder.getItems()) {
      if (tab.getData() instanceof PageExtensions.Extension added && added.id().equals(id)) {
        show(tab);
        return true;
      }
    }
    return false;
  }

  /**
   * Selects elements on the shown page, or else on the first diagram that shows any.
   *
   * @return whether any is selected now
   */
  boolean select(Collection<? extends EObject> elements) {
    if (shown() != null && shown().select(elements)) {
      return true;
    }
    for (Diagram diagram : document.design().getDiagrams()) {
      boolean has =
          diagram.getNodes().stream().anyMatch(node -> elements.contains(node.getElement()));
      if (has && showDiagram(diagram) && shown().select(elements)) {
        return true;
      }
    }
    return false;
  }

  /** Lets the tabs be those of the design's diagrams, in their order, with their names. */
  void follow() {
    List<Diagram> diagrams = document.design().getDiagrams();
    CTabItem before = folder.getSelection();
    for (CTabItem tab : folder.getItems()) {
      Diagram shown = diagram(tab);
      if (shown != null && !diagrams.contains(shown)) {
        drop(tab);
      }
    }
    for (int i = 0; i < diagrams.size(); i++) {
      Diagram wanted = diagrams.get(i);
      if (diagram(folder.getItemCount() > i ? folder.getItem(i) : null) != wanted) {
        place(wanted, i);
      }
      folder.getItem(i).setText(name(wanted));
    }
    if (folder.getSelection() == null || pages.get(folder.getSelection()) == null) {
      show(folder.getSelection() == null ? folder.getItem(0) : folder.getSelection());
    } else if (folder.getSelection() != before) {
      changed.run();
    }
  }

  /** Moves a diagram's tab, which keeps its page, or makes one. */
  private void place(Diagram diagram, int index) {
    Optional<CTabItem> old = tab(diagram);
    boolean selected = old.isPresent() && folder.getSelection() == old.get();
    CTabItem tab = addTab(diagram, index);
    old.ifPresent(
        item -> {
          DesignPage page = pages.remove(item);
          if (page != null) {
            pages.put(tab, page);
            tab.setControl(item.getControl());
            item.setControl(null);
          }
          item.dispose();
        });
    if (selected) {
      folder.setSelection(tab);
    }
  }

  private CTabItem addTab(Diagram diagram, int index) {
    CTabItem tab = new CTabItem(folder, SWT.NONE, index);
    tab.setText(name(diagram));
    tab.setImage(images.create(Icons.descriptor("diagram")));
    tab.setData(diagram);
    return tab;
  }

  private void drop(CTabItem tab) {
    pages.remove(tab);
    if (tab.getControl() != null) {
      tab.getControl().dispose();
    }
    tab.dispose();
  }

  private Optional<CTabItem> tab(Diagram diagram) {
    for (CTabItem tab : folder.getItems()) {
      if (tab.getData() == diagram) {
        return Optional.of(tab);
      }
    }
    return Optional.empty();
  }

  private void show(CTabItem tab) {
    if (!pages.containsKey(tab)) {
      try {
        DesignPage page =
            tab.getData() instanceof PageExtensions.Extension added
                ? added.page()
                : new DiagramPage(diagram(tab), stack);
        tab.setControl(page.create(folder, document, site));
        pages.put(tab, page);
      } catch (CoreException e) {
        ILog.of(EditorTabs.class).error("A page of the editor cannot be shown", e);
        tab.setControl(new MessagePage(folder, "This page cannot be shown", e.getMessage()));
      }
    }
    folder.setSelection(tab);
    changed.run();
  }

  private static String name(Diagram diagram) {
    String name = diagram.getName();
    return name == null || name.isBlank() ? "Diagram" : name.replace("&", "&&");
  }
}
