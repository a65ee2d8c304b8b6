package org.firebreak.ui.importing;

import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.spi.ImportNote;
import org.firebreak.ui.images.Images;

/** What the import will do to the design, and every row that was not taken or deserves a look. */
final class ResultPage extends WizardPage {
  private static final int MOST = 1000;

  private Label summary;
  private Table table;

  ResultPage() {
    super("result", "Result", null);
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(16, 12).spacing(0, 8).applyTo(area);
    summary = new Label(area, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(520, SWT.DEFAULT).applyTo(summary);
    table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.H_SCROLL);
    table.setHeaderVisible(true);
    column("", 28);
    column("Where", 190);
    column("What", 560);
    GridDataFactory.fillDefaults().grab(true, true).hint(560, 240).applyTo(table);
    setControl(area);
  }

  /** Shows what was found; nothing has changed yet. */
  void show(ImportRun run) {
    ImportReport report = run.report();
    table.removeAll();
    report.notes().stream().limit(MOST).forEach(this::row);
    int more = report.notes().size() - MOST;
    if (more > 0) {
      new TableItem(table, SWT.NONE).setText(2, "… and " + more + " more");
    }
    summary.setText(String.join("\n", report.summary()));
    summary.getParent().layout();
    if (run.refused()) {
      setErrorMessage(
          rows(report.rejectedRows())
              + " cannot be taken; nothing is imported, because the import is strict.");
    } else {
      setErrorMessage(null);
      setMessage(
          report.rejectedRows() == 0
              ? "Finish brings this into the design; it can be undone."
              : rows(report.rejectedRows())
                  + " cannot be taken. Finish brings the rest into the design; it can be undone.",
          report.rejectedRows() == 0 ? INFORMATION : WARNING);
    }
    setPageComplete(!run.refused());
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  private void column(String title, int width) {
    TableColumn column = new TableColumn(table, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  private void row(ImportNote note) {
    TableItem item = new TableItem(table, SWT.NONE);
    item.setImage(0, Images.get(note.severity().name().toLowerCase(Locale.ROOT)));
    item.setText(1, note.place().toString());
    item.setText(2, note.message());
  }
}
