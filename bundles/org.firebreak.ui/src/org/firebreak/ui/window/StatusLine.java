package org.firebreak.ui.window;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.StatusLineContributionItem;
import org.eclipse.jface.action.StatusLineManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPart;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.ui.designs.OpenDesigns;
import org.firebreak.ui.designs.SelectedElements;

/** At the left what is selected, at the right what the active design is made of. */
final class StatusLine implements OpenDesigns.Listener {
  private static final int COUNTS_WIDTH = 40;
  private static final int STRATEGY_WIDTH = 16;

  private final IStatusLineManager manager;
  private final OpenDesigns designs;
  private final StatusLineContributionItem strategy =
      new StatusLineContributionItem("org.firebreak.ui.strategy", STRATEGY_WIDTH);
  private final StatusLineContributionItem counts =
      new StatusLineContributionItem("org.firebreak.ui.counts", COUNTS_WIDTH);
  private List<EObject> selected = List.of();
  private boolean updating;

  StatusLine(IStatusLineManager manager, OpenDesigns designs) {
    this.manager = manager;
    this.designs = designs;
    manager.add(strategy);
    manager.add(counts);
    manager.update(true);
    designs.addListener(this);
    designsChanged();
  }

  void selected(IWorkbenchPart part, ISelection selection) {
    selected = SelectedElements.of(selection);
    manager.setMessage(selected.isEmpty() ? "" : describe(selected));
  }

  @Override
  public void designsChanged() {
    DesignDocument document = designs.active().orElse(null);
    strategy.setText(document == null ? "" : ModelDescriptions.detail(document.design()));
    counts.setText(document == null ? "" : count(document));
    layOut();
  }

  /** The editor's own items (the zoom) come later than ours: the bar makes room for them. */
  private void layOut() {
    if (manager instanceof StatusLineManager line && line.getControl() != null) {
      line.getControl().requestLayout();
    }
  }

  @Override
  public void happened(DesignDocument document, DesignDocument.Event event) {
    if (event != DesignDocument.Event.FINDINGS
        && event != DesignDocument.Event.OVERLAY
        && !updating) {
      updating = true;
      Display.getCurrent()
          .asyncExec(
              () -> {
                updating = false;
                designsChanged();
                manager.setMessage(selected.isEmpty() ? "" : describe(selected));
              });
    }
  }

  private static String describe(List<EObject> elements) {
    EObject first = elements.get(0);
    if (elements.size() == 1) {
      String detail = ModelDescriptions.detail(first);
      return ModelDescriptions.kind(first.eClass())
          + " "
          + ModelDescriptions.label(first)
          + (detail.isEmpty() ? "" : " · " + detail);
    }
    return elements.stream()
            .map(EObject::eClass)
            .distinct()
            .map(type -> countOf(type, elements))
            .collect(Collectors.joining(", "))
        + " selected";
  }

  private static String countOf(EClass type, List<EObject> elements) {
    long count = elements.stream().filter(each -> each.eClass() == type).count();
    return words(count, type);
  }

  private static String words(long count, EClass type) {
    String words = count == 1 ? ModelDescriptions.kind(type) : ModelDescriptions.kinds(type);
    return count + " " + words.toLowerCase(Locale.ROOT);
  }

  private static String count(DesignDocument document) {
    int servers = 0;
    int groups = 0;
    TreeIterator<EObject> all = document.design().eAllContents();
    while (all.hasNext()) {
      EClass type = all.next().eClass();
      if (type == Literals.SERVER) {
        servers++;
        all.prune();
      } else if (type == Literals.SERVER_GROUP) {
        groups++;
      } else if (type != Literals.ZONE) {
        all.prune();
      }
    }
    return words(servers, Literals.SERVER)
        + ", "
        + words(groups, Literals.SERVER_GROUP)
        + ", "
        + words(document.design().getFlows().size(), Literals.FLOW);
  }
}
