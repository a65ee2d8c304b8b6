package org.firebreak.ui.properties;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.firebreak.core.describe.Property;
import org.firebreak.core.describe.PropertyType;
import org.firebreak.ui.preferences.Units;

/** A property that is written: text, number, day. */
final class TextField implements PropertyField {
  private static final int LINES_HEIGHT = 64;

  private final Property property;
  private final FieldFrame frame;
  private final Text text;
  private final Typing typing;
  private final boolean lines;
  private EditedElements elements;
  private String shown = "";

  TextField(Composite form, Property property) {
    this.property = property;
    this.lines =
        property.type() == PropertyType.LONG_TEXT || property.type() == PropertyType.LABELS;
    frame = new FieldFrame(form, property);
    int style = lines ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE;
    Composite row = row(form);
    text =
        new Text(
            row == null ? form : row,
            SWT.BORDER | style | (property.readOnly() ? SWT.READ_ONLY : 0));
    if (row == null) {
      frame.place(text, property, lines ? LINES_HEIGHT : SWT.DEFAULT);
    } else {
      text.setToolTipText(property.help());
      GridDataFactory.fillDefaults()
          .align(SWT.FILL, SWT.CENTER)
          .grab(true, false)
          .hint(40, SWT.DEFAULT)
          .applyTo(text);
      addButtons(row);
      frame.place(row, property, SWT.DEFAULT);
    }
    typing = Typing.watch(text);
    if (!property.readOnly()) {
      text.addListener(SWT.Modify, event -> check());
      text.addListener(SWT.FocusOut, event -> commit());
      text.addListener(SWT.DefaultSelection, event -> commit());
      text.addListener(SWT.KeyDown, this::key);
    }
  }

  /** What holds the text and the buttons after it; {@code null} if there are none. */
  private Composite row(Composite form) {
    if (property.readOnly() || property.type() != PropertyType.DAY && !isWhole()) {
      return null;
    }
    Composite row = new Composite(form, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(isWhole() ? 3 : 2).spacing(2, 0).applyTo(row);
    return row;
  }

  private boolean isWhole() {
    Class<?> type = property.feature().getEType().getInstanceClass();
    return property.type() == PropertyType.NUMBER && (type == int.class || type == Integer.class);
  }

  private void addButtons(Composite row) {
    if (property.type() == PropertyType.DAY) {
      button(row, "▾", "Choose the day", () -> DayPopup.open(text, this::put));
    } else {
      button(row, "−", "One less (Down)", () -> step(-1));
      button(row, "+", "One more (Up)", () -> step(1));
    }
  }

  private static void button(Composite row, String label, String help, Runnable action) {
    Button button = new Button(row, SWT.PUSH);
    button.setText(label);
    button.setToolTipText(help);
    button.addListener(SWT.Selection, event -> action.run());
  }

  /** Writes and applies a value as if it had been typed. */
  private void put(String value) {
    text.setText(value);
    commit();
  }

  private void step(int by) {
    try {
      Object value = property.parse(text.getText());
      int before = value == null ? 0 : (Integer) value;
      put(Integer.toString(Math.max(0, before + by)));
    } catch (IllegalArgumentException e) {
      frame.showProblem(e.getMessage());
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
    shown = Units.format(property, elements.value(property));
    boolean differ = elements.differ(property);
    text.setMessage(differ ? FieldFrame.SEVERAL : property.readOnly() ? "" : hint());
    if (!text.getText().equals(shown)) {
      text.setText(shown);
    }
    typing.reset();
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
    } else if (isWhole() && (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN)) {
      step(event.keyCode == SWT.ARROW_UP ? 1 : -1);
      event.doit = false;
    } else if (lines && event.keyCode == SWT.CR && (event.stateMask & SWT.MOD1) != 0) {
      commit();
      event.doit = false;
    }
  }
}
