package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.firebreak.ui.theme.Style;

/** Chooses one or several of many, with a filter. */
final class CandidateDialog extends TrayDialog {
  /** Rows: further ones are found by the filter. */
  private static final int MOST = 300;

  private final String title;
  private final List<Candidate> candidates;
  private final boolean several;
  private final Set<Object> chosen = new LinkedHashSet<>();
  private List<Candidate> shown;
  private Table table;
  private Text filter;
  private Label more;

  /**
   * @param chosen values that are chosen at first
   */
  CandidateDialog(
      Shell shell, String title, List<Candidate> candidates, boolean several, List<?> chosen) {
    super(shell);
    this.title = title;
    this.candidates = candidates;
    this.several = several;
    this.shown = candidates;
    this.chosen.addAll(chosen);
  }

  /** The values that are chosen, in the order in which they were; none is possible. */
  List<Object> chosen() {
    return new ArrayList<>(chosen);
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
  protected Point getInitialSize() {
    return new Point(460, 480);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage("Filter");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
    filter.addListener(SWT.Modify, event -> applyFilter());
    filter.addListener(
        SWT.KeyDown,
        event -> {
          if (event.keyCode == SWT.ARROW_DOWN && table.getItemCount() > 0) {
            table.setFocus();
            table.setSelection(Math.max(0, table.getSelectionIndex()));
          }
        });
    int style = several ? SWT.CHECK : SWT.SINGLE;
    table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | style);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
    new TableColumn(table, SWT.NONE).setWidth(180);
    new TableColumn(table, SWT.NONE).setWidth(230);
    more = Style.MUTED.on(new Label(area, SWT.NONE));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(more);
    table.addListener(SWT.Selection, this::select);
    table.addListener(SWT.DefaultSelection, event -> okPressed());
    fill();
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    if (!several) {
      createButton(parent, IDialogConstants.NO_ID, "None", false);
    }
    super.createButtonsForButtonBar(parent);
  }

  @Override
  protected void buttonPressed(int button) {
    if (button == IDialogConstants.NO_ID) {
      chosen.clear();
      okPressed();
    } else {
      super.buttonPressed(button);
    }
  }

  private void applyFilter() {
    String text = filter.getText().strip().toLowerCase(Locale.ROOT);
    shown = candidates.stream().filter(each -> each.contains(text)).toList();
    fill();
  }

  private void fill() {
    table.setRedraw(false);
    table.removeAll();
    shown.stream().limit(MOST).forEach(this::row);
    int left = shown.size() - MOST;
    more.setText(left > 0 ? left + " more: write a part of the name above" : "");
    table.setRedraw(true);
    selectChosen();
  }

  private void row(Candidate candidate) {
    TableItem item = new TableItem(table, SWT.NONE);
    item.setText(new String[] {candidate.label(), candidate.detail()});
    item.setImage(candidate.image());
    if (several) {
      item.setChecked(chosen.contains(candidate.value()));
    }
  }

  private void select(Event event) {
    TableItem item = (TableItem) event.item;
    Object value = shown.get(table.indexOf(item)).value();
    if (!several) {
      chosen.clear();
      chosen.add(value);
    } else if (event.detail == SWT.CHECK) {
      if (item.getChecked()) {
        chosen.add(value);
      } else {
        chosen.remove(value);
      }
    }
  }

  private void selectChosen() {
    if (several) {
      return;
    }
    for (int i = 0; i < table.getItemCount(); i++) {
      if (chosen.contains(shown.get(i).value())) {
        table.setSelection(i);
        return;
      }
    }
  }
}
