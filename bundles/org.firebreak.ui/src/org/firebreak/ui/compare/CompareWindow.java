package org.firebreak.ui.compare;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITableLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.ui.IWorkbenchWindow;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.diagram.DesignDocument;
import org.firebreak.model.Design;
import org.firebreak.ui.designs.ElementIndex;
import org.firebreak.ui.designs.GoTo;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.jobs.BackgroundTask;
import org.firebreak.ui.jobs.ChangedCopy;
import org.firebreak.ui.lists.NothingListed;
import org.firebreak.ui.lists.TreeContent;
import org.firebreak.ui.theme.Style;

/** A tree of differences beside the diagram, on which a double click shows the element. */
public final class CompareWindow {
  private static final int WIDTH = 940;
  private static final int HEIGHT = 480;

  /** So many rows are shown at once; of more, the first level alone. */
  private static final int EXPANDED = 60;

  private final IWorkbenchWindow window;
  private final DesignDocument document;

  private CompareWindow(IWorkbenchWindow window, DesignDocument document) {
    this.window = window;
    this.document = document;
  }

  /** Asks for the older state and compares in the background. */
  public static void ask(IWorkbenchWindow window, DesignDocument document) {
    CompareDialog dialog = new CompareDialog(window.getShell(), document.name());
    if (dialog.open() == Window.OK) {
      Design copy = ChangedCopy.of(document.design());
      BackgroundTask.start(
          window,
          "Comparing " + document.name(),
          progress -> Comparison.between(dialog.chosen(), copy, progress),
          found ->
              new CompareWindow(window, document)
                  .open(dialog.chosen().getFileName() + " → " + document.name(), found));
    }
  }

  private void open(String title, Comparison found) {
    Shell shell = new Shell(window.getShell(), SWT.SHELL_TRIM | SWT.MODELESS);
    shell.setText("Differences " + title);
    shell.setImage(Images.get("changed"));
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(shell);
    if (found.rows().isEmpty()) {
      NothingListed nothing = new NothingListed(shell, link -> {});
      GridDataFactory.fillDefaults().grab(true, true).applyTo(nothing.control());
      nothing.say("ok", "Nothing differs.", "");
    } else {
      list(shell, found);
    }
    shell.addListener(
        SWT.Traverse,
        event -> {
          if (event.detail == SWT.TRAVERSE_ESCAPE) {
            shell.close();
          }
        });
    Rectangle around = window.getShell().getBounds();
    int width = Math.min(WIDTH, around.width);
    int height = Math.min(HEIGHT, around.height);
    shell.setBounds(
        around.x + (around.width - width) / 2, around.y + around.height - height, width, height);
    shell.open();
  }

  private void list(Shell shell, Comparison found) {
    Composite strip = Style.STRIP.on(new Composite(shell, SWT.NONE));
    GridLayoutFactory.fillDefaults().margins(10, 6).applyTo(strip);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
    new Label(strip, SWT.NONE).setText(found.summary());
    Composite area = new Composite(shell, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    TreeColumnLayout columns = new TreeColumnLayout();
    area.setLayout(columns);
    TreeViewer viewer = new TreeViewer(area, SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
    viewer.getTree().setHeaderVisible(true);
    column(viewer, columns, "What", 40);
    column(viewer, columns, "Before", 30);
    column(viewer, columns, "After", 30);
    viewer.setContentProvider(new TreeContent<>(Row.class, Row::children));
    viewer.setLabelProvider(new Labels());
    viewer.addDoubleClickListener(
        event -> show((Row) viewer.getStructuredSelection().getFirstElement()));
    viewer.setInput(found.rows().toArray());
    if (rows(found.rows()) <= EXPANDED) {
      viewer.expandAll();
    } else {
      viewer.expandToLevel(2);
    }
  }

  private static int rows(List<Row> rows) {
    return rows.stream().mapToInt(row -> 1 + rows(row.children())).sum();
  }

  private static void column(
      TreeViewer viewer, TreeColumnLayout columns, String title, int weight) {
    TreeColumn column = new TreeColumn(viewer.getTree(), SWT.NONE);
    column.setText(title);
    columns.setColumnData(column, new ColumnWeightData(weight, 80));
  }

  private void show(Row row) {
    if (row != null && row.element() != null) {
      new ElementIndex(document.design())
          .find(new ElementRef(row.element(), "", ""))
          .ifPresent(element -> GoTo.show(window.getActivePage(), List.of(element)));
    }
  }

  private static final class Labels extends LabelProvider implements ITableLabelProvider {
    @Override
    public String getColumnText(Object element, int column) {
      Row row = (Row) element;
      return switch (column) {
        case 0 -> row.text();
        case 1 -> row.before();
        default -> row.after();
      };
    }

    @Override
    public Image getColumnImage(Object element, int column) {
      Row row = (Row) element;
      return column > 0 || row.icon() == null ? null : Images.get(row.icon());
    }
  }
}
