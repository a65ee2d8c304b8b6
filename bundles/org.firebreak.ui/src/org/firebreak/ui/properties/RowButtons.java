package org.firebreak.ui.properties;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Add, edit and remove below a table. */
final class RowButtons {
  private final Composite bar;
  private final Button edit;
  private final Button remove;

  RowButtons(Composite parent, Runnable add, Runnable edit, Runnable remove) {
    bar = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(4, 0).applyTo(bar);
    GridDataFactory.swtDefaults().indent(0, 2).applyTo(bar);
    button("Add", "Add a row (Insert)", add);
    this.edit = button("Edit", "Edit the selected row (F2)", edit);
    this.remove = button("Remove", "Remove the selected rows (Delete)", remove);
  }

  void enable(boolean editable, boolean removable) {
    edit.setEnabled(editable);
    remove.setEnabled(removable);
  }

  void hide() {
    bar.setVisible(false);
    ((GridData) bar.getLayoutData()).exclude = true;
  }

  private Button button(String text, String help, Runnable action) {
    Button button = new Button(bar, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(help);
    button.addListener(SWT.Selection, event -> action.run());
    return button;
  }
}
