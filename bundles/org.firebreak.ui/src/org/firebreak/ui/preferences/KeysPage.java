package org.firebreak.ui.preferences;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.KeySequenceText;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The commands that the menus offer, and the key of each. */
public final class KeysPage extends PreferencePage implements IWorkbenchPreferencePage {
  private IWorkbench workbench;
  private KeyAssignments assignments;
  private List<ParameterizedCommand> shown = List.of();
  private Text filter;
  private Table table;
  private Text key;
  private KeySequenceText input;
  private Button clear;
  private boolean showing;

  @Override
  public void init(IWorkbench workbench) {
    this.workbench = workbench;
    setDescription("Choose a command, click into the field below and press its keys.");
  }

  @Override
  protected Control createContents(Composite parent) {
    assignments = new KeyAssignments(workbench);
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).applyTo(area);
    filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage("Filter by command or key");
    filter.addListener(SWT.Modify, event -> fill());
    GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(filter);
    table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
    table.setHeaderVisible(true);
    column("Command", 270);
    column("Key", 170);
    GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(440, 280).applyTo(table);
    table.addListener(SWT.Selection, event -> select());
    new Label(area, SWT.NONE).setText("Key");
    key = new Text(area, SWT.BORDER);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(key);
    input = new KeySequenceText(key);
    input.setKeyStrokeLimit(2);
    input.addPropertyChangeListener(event -> assign());
    clear = new Button(area, SWT.PUSH);
    clear.setText("No Key");
    clear.addListener(SWT.Selection, event -> input.clear());
    fill();
    return area;
  }

  @Override
  protected void performDefaults() {
    assignments.restore();
    fill();
    super.performDefaults();
  }

  @Override
  public boolean performOk() {
    try {
      assignments.store();
      return true;
    } catch (IOException e) {
      ILog.of(KeysPage.class).error("The keys cannot be stored", e);
      setErrorMessage("The keys cannot be stored: " + e.getMessage());
      return false;
    }
  }

  private void column(String title, int width) {
    TableColumn column = new TableColumn(table, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  private void fill() {
    ParameterizedCommand selected = selected();
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    shown =
        assignments.commands().stream()
            .filter(
                command ->
                    (KeyAssignments.name(command) + " " + keys(command))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
            .toList();
    table.removeAll();
    for (ParameterizedCommand command : shown) {
      new TableItem(table, SWT.NONE)
          .setText(new String[] {KeyAssignments.name(command), keys(command)});
    }
    table.setSelection(shown.indexOf(selected));
    select();
  }

  private String keys(ParameterizedCommand command) {
    return assignments.keys(command).stream()
        .map(KeySequence::format)
        .collect(Collectors.joining(", "));
  }

  private ParameterizedCommand selected() {
    int index = table.getSelectionIndex();
    return index < 0 || index >= shown.size() ? null : shown.get(index);
  }

  private void select() {
    ParameterizedCommand command = selected();
    List<KeySequence> keys = command == null ? List.of() : assignments.keys(command);
    showing = true;
    try {
      input.setKeySequence(keys.isEmpty() ? KeySequence.getInstance() : keys.get(0));
    } finally {
      showing = false;
    }
    key.setEnabled(command != null);
    clear.setEnabled(!keys.isEmpty());
    setMessage(null);
  }

  private void assign() {
    ParameterizedCommand command = selected();
    KeySequence sequence = input.getKeySequence();
    if (showing || command == null || !sequence.isComplete()) {
      return;
    }
    ParameterizedCommand before = sequence.isEmpty() ? null : assignments.holder(sequence, command);
    assignments.assign(command, sequence);
    for (int i = 0; i < shown.size(); i++) {
      table.getItem(i).setText(1, keys(shown.get(i)));
    }
    clear.setEnabled(!sequence.isEmpty());
    setMessage(
        before == null
            ? null
            : KeyAssignments.name(before) + " has lost " + sequence.format() + " to this command",
        IMessageProvider.WARNING);
  }
}
