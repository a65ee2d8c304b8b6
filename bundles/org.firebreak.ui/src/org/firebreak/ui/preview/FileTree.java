package org.firebreak.ui.preview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITableLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.lists.TreeContent;

/** The files of a bundle by platform and folder. */
final class FileTree {
  /** So many rows are shown at once; of more, the platforms alone. */
  private static final int EXPANDED = 60;

  private final Composite area;
  private final TreeViewer viewer;

  /**
   * @param chosen is told the row that the user selects
   */
  FileTree(Composite parent, Consumer<Node> chosen) {
    area = new Composite(parent, SWT.NONE);
    TreeColumnLayout columns = new TreeColumnLayout();
    area.setLayout(columns);
    viewer = new TreeViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    Tree tree = viewer.getTree();
    tree.setHeaderVisible(true);
    column(columns, "File", 62, SWT.LEFT);
    column(columns, "Rules", 16, SWT.RIGHT);
    column(columns, "Size", 22, SWT.RIGHT);
    viewer.setContentProvider(new TreeContent<>(Node.class, Node::children));
    viewer.setLabelProvider(new Labels());
    viewer.addSelectionChangedListener(event -> selected().ifPresent(chosen));
  }

  private void column(TreeColumnLayout columns, String title, int weight, int style) {
    TreeColumn column = new TreeColumn(viewer.getTree(), style);
    column.setText(title);
    columns.setColumnData(column, new ColumnWeightData(weight, 44));
  }

  Tree control() {
    return viewer.getTree();
  }

  /**
   * Shows rows.
   *
   * @param toFile whether to select the first file; else the bundle is selected
   */
  void show(List<Node> roots, boolean toFile) {
    viewer.setInput(roots.toArray());
    if (roots.stream().mapToInt(FileTree::rows).sum() <= EXPANDED) {
      viewer.expandAll();
    }
    Optional<Node> first = toFile ? firstFile(roots) : roots.stream().findFirst();
    first.ifPresent(
        node -> {
          viewer.reveal(node);
          viewer.setSelection(new StructuredSelection(node), true);
        });
  }

  private static int rows(Node node) {
    return 1 + node.children().stream().mapToInt(FileTree::rows).sum();
  }

  private static Optional<Node> firstFile(List<Node> nodes) {
    for (Node node : nodes) {
      Optional<Node> found = node.file() != null ? Optional.of(node) : firstFile(node.children());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Node> selected() {
    return Optional.ofNullable((Node) viewer.getStructuredSelection().getFirstElement());
  }

  private static final class Labels extends LabelProvider implements ITableLabelProvider {
    @Override
    public String getColumnText(Object element, int column) {
      Node node = (Node) element;
      return switch (column) {
        case 0 -> node.name();
        case 1 -> node.rules() == 0 ? "" : String.format(Locale.ROOT, "%,d", node.rules());
        default -> node.isBundle() ? "" : Sizes.text(node.size());
      };
    }

    @Override
    public Image getColumnImage(Object element, int column) {
      Node node = (Node) element;
      if (column > 0) {
        return null;
      }
      return Images.get(
          node.isBundle()
              ? "bundle"
              : node.platform() != null ? "enforcement" : node.file() == null ? "folder" : "note");
    }
  }
}
