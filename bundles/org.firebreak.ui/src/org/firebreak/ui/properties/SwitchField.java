package org.firebreak.ui.properties;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.firebreak.core.describe.Property;

/** Yes or no. */
final class SwitchField implements PropertyField {
  private final Property property;
  private final Button button;
  private EditedElements elements;

  SwitchField(Composite form, Property property) {
    this.property = property;
    FieldFrame frame = new FieldFrame(form, property);
    button = new Button(form, SWT.CHECK);
    frame.place(button, property, SWT.DEFAULT);
    button.addListener(SWT.Selection, event -> choose());
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void show(EditedElements elements) {
    this.elements = elements;
    refresh();
  }

  @Override
  public void refresh() {
    boolean differ = elements.differ(property);
    button.setSelection(differ || Boolean.TRUE.equals(elements.value(property)));
    button.setGrayed(differ);
    button.setText(differ ? FieldFrame.SEVERAL : button.getSelection() ? "yes" : "no");
  }

  private void choose() {
    if (elements != null && elements.areThere()) {
      button.setGrayed(false);
      elements.apply(property, button.getSelection());
      refresh();
    }
  }
}
