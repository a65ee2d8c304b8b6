package org.firebreak.ui.fixes;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.firebreak.core.validation.Finding;
import org.firebreak.ui.findings.Problem;
import org.firebreak.ui.images.Images;

/** The findings that a dialog is about: one in words, several as a list. */
final class FindingList {
  private static final int ROWS = 6;

  private FindingList() {}

  /** Over two columns of the grid. */
  static void create(Composite area, List<Finding> findings, int width) {
    if (findings.size() == 1) {
      Label text = new Label(area, SWT.WRAP);
      Finding finding = findings.get(0);
      text.setText(Problem.ruleTitle(finding.rule()) + "\n" + finding.message() + ".");
      GridDataFactory.fillDefaults().span(2, 1).hint(width, SWT.DEFAULT).applyTo(text);
      return;
    }
    Table table = new Table(area, SWT.BORDER | SWT.VIRTUAL | SWT.FULL_SELECTION);
    TableColumn column = new TableColumn(table, SWT.NONE);
    column.setWidth(width - 24);
    table.addListener(
        SWT.SetData,
        event -> {
          Finding finding = findings.get(event.index);
          TableItem item = (TableItem) event.item;
          item.setText(finding.rule() + "  " + finding.message());
          item.setImage(Images.get(finding.severity().label()));
        });
    table.setItemCount(findings.size());
    GridDataFactory.fillDefaults()
        .span(2, 1)
        .grab(true, false)
        .hint(width, table.getItemHeight() * Math.min(ROWS, findings.size()))
        .applyTo(table);
  }
}
