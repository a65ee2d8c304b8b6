package org.firebreak.ui.importing;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.imports.ImportReport;
import org.firebreak.imports.spi.Counts;
import org.firebreak.imports.spi.ImportNote;
import org.firebreak.model.Design;
import org.firebreak.model.Element;
import org.firebreak.model.NamedElement;
import org.firebreak.ui.images.Images;

/** What the import will create, and every row that was not taken or deserves a look. */
final class PreviewPage extends WizardPage {
  private Label summary;
  private TabFolder tabs;
  private TabItem createdTab;
  private TabItem notesTab;
  private Table created;
  private Table notes;
  private List<Element> elements = List.of();
  private List<ImportNote> remarks = List.of();

  PreviewPage() {
    super("preview", "What will be created", null);
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(16, 12).spacing(0, 8).applyTo(area);
    summary = new Label(area, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(520, SWT.DEFAULT).applyTo(summary);
    tabs = new TabFolder(area, SWT.TOP);
    GridDataFactory.fillDefaults().grab(true, true).hint(660, 260).applyTo(tabs);
    created = table();
    column(created, "Element", 300);
    column(created, "Kind", 120);
    column(created, "Details", 220);
    column(created, "In", 180);
    created.addListener(SWT.SetData, event -> writeElement((TableItem) event.item, event.index));
    createdTab = tab(created);
    notes = table();
    column(notes, "", 28);
    column(notes, "Where", 190);
    column(notes, "Reason", 270);
    column(notes, "Mend", 330);
    notes.addListener(SWT.SetData, event -> writeNote((TableItem) event.item, event.index));
    notesTab = tab(notes);
    setControl(area);
  }

  /** Shows what was found; nothing has changed yet. */
  void show(ImportRun run) {
    ImportReport report = run.report();
    elements =
        PlannedElements.of(run.document() == null ? null : run.document().design(), run.result());
    remarks = report.notes();
    fill(created, elements.size());
    fill(notes, remarks.size());
    createdTab.setText("To be created (" + elements.size() + ")");
    notesTab.setText("Rows to look at (" + remarks.size() + ")");
    tabs.setSelection(report.rejectedRows() > 0 ? notesTab : createdTab);
    summary.setText(summary(report));
    summary.getParent().layout();
    if (run.refused()) {
      setErrorMessage(
          rows(report.rejectedRows())
              + " cannot be taken; nothing is imported, because the import is strict.");
    } else {
      setErrorMessage(null);
      setMessage(
          report.rejectedRows() == 0
              ? "Finish creates this; it can be undone."
              : rows(report.rejectedRows()) + " cannot be taken. Finish creates the rest.",
          report.rejectedRows() == 0 ? INFORMATION : WARNING);
    }
    setPageComplete(!run.refused());
  }

  /** {@code New: 7 zones, 20 servers} and in a second line what is updated. */
  private static String summary(ImportReport report) {
    String made = counts(report, Counts::created);
    String changed = counts(report, Counts::updated);
    return "New: "
        + (made.isEmpty() ? "nothing" : made)
        + (changed.isEmpty() ? "" : "\nUpdated: " + changed);
  }

  private static String counts(ImportReport report, ToIntFunction<Counts> which) {
    return report.counts().entrySet().stream()
        .filter(entry -> which.applyAsInt(entry.getValue()) > 0)
        .map(
            entry -> {
              int count = which.applyAsInt(entry.getValue());
              return count + " " + entry.getKey().singular() + (count == 1 ? "" : "s");
            })
        .collect(Collectors.joining(", "));
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  private Table table() {
    Table table =
        new Table(
            tabs, SWT.BORDER | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL | SWT.VIRTUAL);
    table.setHeaderVisible(true);
    return table;
  }

  private TabItem tab(Table table) {
    TabItem item = new TabItem(tabs, SWT.NONE);
    item.setControl(table);
    return item;
  }

  private static void column(Table table, String title, int width) {
    TableColumn column = new TableColumn(table, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  private static void fill(Table table, int count) {
    table.setItemCount(0);
    table.setItemCount(count);
    table.clearAll();
  }

  private void writeElement(TableItem item, int index) {
    Element element = elements.get(index);
    boolean contained =
        element.eContainer() instanceof NamedElement && !(element.eContainer() instanceof Design);
    item.setImage(0, Images.of(element));
    item.setText(
        new String[] {
          ModelDescriptions.label(element),
          ModelDescriptions.kind(element.eClass()),
          ModelDescriptions.detail(element),
          contained ? ModelDescriptions.label(element.eContainer()) : ""
        });
  }

  /** A message says the reason and after a semicolon the mend. */
  private void writeNote(TableItem item, int index) {
    ImportNote note = remarks.get(index);
    int mend = note.message().indexOf("; ");
    item.setImage(0, Images.get(note.severity().name().toLowerCase(Locale.ROOT)));
    item.setText(1, note.place().toString());
    item.setText(2, mend < 0 ? note.message() : note.message().substring(0, mend));
    item.setText(3, mend < 0 ? "" : note.message().substring(mend + 2));
  }
}
