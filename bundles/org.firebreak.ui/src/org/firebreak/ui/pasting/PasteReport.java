package org.firebreak.ui.pasting;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.spi.ImportNote;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.ui.images.Images;

/** Lists the pasted rows that were not taken, or deserve a look, and why. */
final class PasteReport extends TitleAreaDialog {
  private final PastedRows rows;
  private final ImportReport report;
  private final List<ImportNote> notes;

  private PasteReport(Shell shell, PastedRows rows, ImportReport report, List<ImportNote> notes) {
    super(shell);
    this.rows = rows;
    this.report = report;
    this.notes = notes;
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  /** Shows the report if it has anything that the user should act on. */
  static void show(Shell shell, PastedRows rows, ImportReport report) {
    List<ImportNote> notes =
        report.notes().stream()
            .filter(note -> note.severity() != Severity.INFO && note.row() > 0)
            .toList();
    if (!notes.isEmpty()) {
      new PasteReport(shell, rows, report, notes).open();
    }
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Paste Rows");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    int rejected = report.rejectedRows();
    setTitle(
        rejected == 0
            ? "All rows are pasted; some deserve a look"
            : rejected == 1 ? "1 row is not pasted" : rejected + " rows are not pasted");
    setMessage(
        rejected == 0
            ? "Undo takes all of them back."
            : "Mend them in the spreadsheet and paste them again; the others are pasted.",
        rejected == 0 ? IMessageProvider.INFORMATION : IMessageProvider.WARNING);
    Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(area);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    Table table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    column(table, "Row", 90);
    column(table, "What", 520);
    GridDataFactory.fillDefaults().grab(true, true).hint(620, 200).applyTo(table);
    notes.forEach(note -> row(table, note));
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
  }

  private static void column(Table table, String title, int width) {
    TableColumn column = new TableColumn(table, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  private void row(Table table, ImportNote note) {
    TableItem item = new TableItem(table, SWT.NONE);
    item.setImage(0, Images.get(note.severity().name().toLowerCase(Locale.ROOT)));
    int row = rows.pastedRow(note.row());
    item.setText(0, note.column() == null ? "" + row : row + ", " + note.column());
    item.setText(1, note.message());
  }
}
