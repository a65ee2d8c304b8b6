package org.firebreak.ui.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.Fix;
import org.firebreak.ui.findings.Problem;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/** Shows the fix of each finding of a rule, and lets the user choose which are applied. */
final class BulkDialog extends Dialog {
  private static final int ROWS = 10;
  private static final int WIDTH = 720;

  private final String rule;
  private final int count;
  private final List<Finding> findings;
  private final List<Fix> fixes;
  private final boolean[] wanted;
  private Table table;
  private Label summary;
  private List<Fix> chosen = List.of();

  /**
   * @param count findings of the rule, also those without a fix
   * @param fixes the best fix of each finding that has one
   */
  BulkDialog(Shell shell, String rule, int count, Map<Finding, Fix> fixes) {
    super(shell);
    this.rule = rule;
    this.count = count;
    this.findings = List.copyOf(fixes.keySet());
    this.fixes = List.copyOf(fixes.values());
    this.wanted = new boolean[this.fixes.size()];
    java.util.Arrays.fill(wanted, true);
  }

  List<Fix> chosen() {
    return chosen;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Fix All of " + Problem.ruleTitle(rule));
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    GridLayoutFactory.swtDefaults().margins(14, 12).spacing(0, 8).applyTo(area);
    Label head = new Label(area, SWT.WRAP);
    int left = count - fixes.size();
    head.setText(
        "Untick what shall stay as it is. All changes are one step that can be undone."
            + (left == 0 ? "" : "\n" + left + " of " + count + " findings need a person."));
    table = new Table(area, SWT.BORDER | SWT.VIRTUAL | SWT.CHECK | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    column("Finding", WIDTH * 11 / 20);
    column("Fix", WIDTH * 9 / 20 - 24);
    table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    table.addListener(SWT.Selection, event -> ticked(event.detail, (TableItem) event.item));
    table.setItemCount(fixes.size());
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .hint(WIDTH, table.getItemHeight() * ROWS)
        .applyTo(table);
    Composite row = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    tickAll(row, "Select &All", true);
    tickAll(row, "&Deselect All", false);
    summary = Style.MUTED.on(new Label(row, SWT.RIGHT));
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Fix", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    update();
  }

  private void column(String title, int width) {
    TableColumn column = new TableColumn(table, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  private void fill(TableItem item, int index) {
    Finding finding = findings.get(index);
    item.setImage(Images.get(finding.severity().label()));
    item.setText(new String[] {finding.message(), fixes.get(index).label()});
    item.setChecked(wanted[index]);
  }

  private void ticked(int detail, TableItem item) {
    if (detail == SWT.CHECK) {
      wanted[table.indexOf(item)] = item.getChecked();
      update();
    }
  }

  private void tickAll(Composite row, String text, boolean on) {
    Button button = new Button(row, SWT.PUSH);
    button.setText(text);
    button.addListener(
        SWT.Selection,
        event -> {
          java.util.Arrays.fill(wanted, on);
          table.clearAll();
          update();
        });
  }

  private void update() {
    List<Fix> now = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i]) {
        now.add(fixes.get(i));
      }
    }
    chosen = now;
    long unsafe = now.stream().filter(fix -> !fix.safe()).count();
    summary.setText(
        unsafe == 0
            ? "What is permitted stays the same."
            : unsafe + " of them change what is permitted or entered.");
    Button ok = getButton(IDialogConstants.OK_ID);
    ok.setText(now.size() == 1 ? "Fix" : "Fix " + now.size());
    ok.setEnabled(!now.isEmpty());
  }
}
