package org.firebreak.ui.matrix;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.matrix.MatrixEdit;
import org.firebreak.core.table.ServicesText;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.ui.images.Images;
import org.firebreak.ui.theme.Style;

/** What is permitted in a cell: flows to be retired by unticking, and services to be added. */
final class CellPopup extends Dialog {
  private static final int WIDTH = 460;
  private static final int ROWS = 7;

  private final Design design;
  private final Endpoint row;
  private final Endpoint column;
  private final String title;
  private final List<Flow> flows;
  private Table table;
  private Text services;
  private Label problem;
  private MatrixEdit edit;

  CellPopup(
      Shell shell, Design design, Endpoint row, Endpoint column, String title, List<Flow> flows) {
    super(shell);
    this.design = design;
    this.row = row;
    this.column = column;
    this.title = title;
    this.flows = flows;
  }

  /** What the user wants; {@code null} before OK. */
  MatrixEdit edit() {
    return edit;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(title);
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    GridLayoutFactory.swtDefaults().margins(12, 12).spacing(0, 8).applyTo(area);
    Label head = new Label(area, SWT.NONE);
    head.setText(flows.isEmpty() ? "Nothing is permitted yet." : "Untick a flow to retire it.");
    table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .hint(WIDTH, table.getItemHeight() * ROWS)
        .exclude(flows.isEmpty())
        .applyTo(table);
    table.setVisible(!flows.isEmpty());
    for (int width : new int[] {190, 160, 90}) {
      new TableColumn(table, SWT.NONE).setWidth(width);
    }
    for (Flow flow : flows) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setChecked(true);
      item.setImage(Images.of(flow));
      item.setText(
          new String[] {
            ModelDescriptions.label(flow),
            ServicesText.ports(flow.getServices()),
            ModelDescriptions.text(flow.getState())
          });
    }
    new Label(area, SWT.NONE).setText("&Add a flow with services:");
    services = new Text(area, SWT.BORDER | SWT.SINGLE);
    services.setMessage("https, tcp/8000-8010, udp/53");
    GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(services);
    problem = Style.PROBLEM.on(new Label(area, SWT.WRAP));
    GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(problem);
    services.addListener(SWT.Modify, event -> check());
    services.setFocus();
    return area;
  }

  private void check() {
    String text = "";
    try {
      ServicesText.check(services.getText(), design);
    } catch (IllegalArgumentException e) {
      text = e.getMessage();
    }
    problem.setText(text);
    problem.requestLayout();
    getButton(IDialogConstants.OK_ID).setEnabled(text.isEmpty());
  }

  @Override
  protected void okPressed() {
    List<Flow> retired = new ArrayList<>();
    for (int i = 0; i < flows.size(); i++) {
      if (!table.getItem(i).getChecked()) {
        retired.add(flows.get(i));
      }
    }
    edit = new MatrixEdit(row, column, retired, services.getText());
    super.okPressed();
  }
}
