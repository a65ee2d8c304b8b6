package org.firebreak.ui.exporting;

import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.ui.images.Images;

/** What was written, and everything that a platform could not express. */
public final class ExportResultDialog extends TitleAreaDialog {
  private final ExportReport report;

  private ExportResultDialog(Shell shell, ExportReport report) {
    super(shell);
    this.report = report;
  }

  /** Shows the report until the user closes it. */
  public static void open(Shell shell, ExportReport report) {
    new ExportResultDialog(shell, report).open();
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Export Policy Bundle");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle(report.files() + " files with " + report.rules() + " rules");
    setMessage("Written to " + report.folder());
    Composite body = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    Table table = new Table(body, SWT.BORDER | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    column(table, "Platform", 150);
    column(table, "What the platform does not do", 520);
    GridDataFactory.fillDefaults().grab(true, true).hint(680, 220).applyTo(table);
    fill(table);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OPEN_ID, "Open Folder", false);
    createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
  }

  @Override
  protected void buttonPressed(int button) {
    if (button == IDialogConstants.OPEN_ID) {
      Program.launch(report.folder().toString());
    } else {
      super.buttonPressed(button);
    }
  }

  private void fill(Table table) {
    for (ExportReport.Platform platform : report.platforms()) {
      List<Limitation> limitations = platform.limitations();
      if (limitations.isEmpty()) {
        row(table, "ok", platform.exporter().title(), "Expresses the whole policy.");
      }
      limitations.forEach(
          each -> row(table, icon(each), platform.exporter().title(), each.reason()));
    }
    report.unenforced().forEach(each -> row(table, "error", "Not enforced", each.reason()));
    report.notes().forEach(note -> row(table, "info", "Design", note.message()));
  }

  private static String icon(Limitation limitation) {
    return switch (limitation.effect()) {
      case DENIES_MORE, PERMITS_MORE -> "error";
      case REDUCED -> "warning";
      case ASSUMPTION -> "info";
    };
  }

  private static void column(Table table, String title, int width) {
    TableColumn column = new TableColumn(table, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  private static void row(Table table, String icon, String platform, String text) {
    TableItem item = new TableItem(table, SWT.NONE);
    item.setImage(Images.get(icon));
    item.setText(new String[] {platform, text});
  }
}
