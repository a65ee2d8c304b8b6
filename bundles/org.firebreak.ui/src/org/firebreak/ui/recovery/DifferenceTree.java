package org.firebreak.ui.recovery;

import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.core.diff.ElementChange;
import org.firebreak.ui.images.Images;

/** What differs between two states of a design as a tree: added, removed and changed elements. */
final class DifferenceTree {
  /** Longer lists of one kind are cut: nobody reads them here. */
  private static final int SHOWN = 500;

  private final TreeViewer viewer;

  private record Branch(String title, String icon, List<ElementChange> changes) {}

  private record More(int count) {}

  DifferenceTree(Composite parent) {
    viewer = new TreeViewer(parent, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
    viewer.setContentProvider(new Content());
    viewer.setLabelProvider(new Labels());
    viewer.setUseHashlookup(true);
  }

  Tree control() {
    return viewer.getTree();
  }

  /**
   * Shows a difference; {@code null} shows nothing.
   *
   * @param state what has the added elements, for instance {@code the file}
   */
  void show(DesignDifference difference, String state) {
    viewer.setInput(
        difference == null
            ? new Object[0]
            : List.of(
                    new Branch("Only in " + state, "added", difference.added()),
                    new Branch("Not in " + state, "removed", difference.removed()),
                    new Branch("Different in " + state, "changed", difference.changed()))
                .stream()
                .filter(branch -> !branch.changes().isEmpty())
                .toArray());
    viewer.expandToLevel(2);
  }

  private static final class Content implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      return (Object[]) input;
    }

    @Override
    public Object[] getChildren(Object parent) {
      if (!(parent instanceof Branch branch)) {
        return new Object[0];
      }
      List<ElementChange> changes = branch.changes();
      if (changes.size() <= SHOWN) {
        return changes.toArray();
      }
      Object[] cut = changes.subList(0, SHOWN + 1).toArray();
      cut[SHOWN] = new More(changes.size() - SHOWN);
      return cut;
    }

    @Override
    public Object getParent(Object element) {
      return null;
    }

    @Override
    public boolean hasChildren(Object element) {
      return element instanceof Branch;
    }
  }

  private static final class Labels extends LabelProvider {
    @Override
    public String getText(Object element) {
      return switch (element) {
        case Branch branch -> branch.title() + " (" + branch.changes().size() + ")";
        case More more -> "… and " + more.count() + " more";
        default -> element.toString();
      };
    }

    @Override
    public Image getImage(Object element) {
      return element instanceof Branch branch ? Images.get(branch.icon()) : null;
    }
  }
}
