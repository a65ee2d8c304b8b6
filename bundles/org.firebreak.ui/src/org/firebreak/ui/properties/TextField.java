package org.firebreak.ui.properties;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.Property;
import org.firebreak.core.describe.PropertyType;

/** A property that is written: text, number, words, day, labels. */
final class TextField implements PropertyField {
  private static final int LINES_HEIGHT = 64;

  private final Property property;
  private final FieldFrame frame;
  private final Text text;
  private final boolean lines;
  private EditedElements elements;
  private String shown = "";

  TextField(Composite form, Property property) {
    this.property = property;
    this.lines =
        property.type() == PropertyType.LONG_TEXT || property.type() == PropertyType.LABELS;
    frame = new FieldFrame(form, property);
    int style = lines ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE;
    text = new Text(form, SWT.BORDER | style | (property.readOnly() ? SWT.READ_ONLY : 0));
    frame.place(text, property, lines ? LINES_HEIGHT : SWT.DEFAULT);
    if (!property.readOnly()) {
      text.addListener(SWT.Modify, event -> check());
      text.addListener(SWT.FocusOut, event -> commit());
      text.addListener(SWT.DefaultSelection, event -> commit());
      text.addListener(SWT.KeyDown, this::key);
    }
  }

  @Override
  public Property property() {
    return property;
  }

  @Override
  public void show(EditedElements elements) {
    this.elements = elements;
    write();
  }

  @Override
  public void refresh() {
    if (!isTyped()) {
      write();
    }
  }

  @Override
  public void commit() {
    if (elements == null || !isTyped() || !elements.areThere()) {
      return;
    }
    Object value;
    try {
      value = property.parse(text.getText());
    } catch (IllegalArgumentException e) {
      frame.showProblem(e.getMessage());
      return;
    }
    shown = text.getText();
    elements.apply(property, value);
    write();
  }

  private void write() {
    shown = property.format(elements.value(property));
    boolean differ = elements.differ(property);
    text.setMessage(differ ? "different values" : property.readOnly() ? "" : hint());
    if (!text.getText().equals(shown)) {
      text.setText(shown);
    }
    frame.clearProblem();
  }

  private String hint() {
    return switch (property.type()) {
      case NUMBER -> "unknown";
      case DAY -> "yyyy-mm-dd";
      case WORDS, LABELS -> "none";
      default -> "";
    };
  }

  private boolean isTyped() {
    return !text.getText().equals(shown);
  }

  private void check() {
    if (!isTyped()) {
      frame.clearProblem();
      return;
    }
    try {
      property.parse(text.getText());
      frame.clearProblem();
    } catch (IllegalArgumentException e) {
      frame.showProblem(e.getMessage());
    }
  }

  private void key(Event event) {
    if (event.keyCode == SWT.ESC) {
      write();
    } else if (lines && event.keyCode == SWT.CR && (event.stateMask & SWT.MOD1) != 0) {
      commit();
      event.doit = false;
    }
  }
}
