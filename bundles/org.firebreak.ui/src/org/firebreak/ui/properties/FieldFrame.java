package org.firebreak.ui.properties;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.firebreak.core.describe.Property;
import org.firebreak.core.describe.PropertyType;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.ui.theme.Style;

/** What surrounds every field: its label at the left, and room for a problem below. */
final class FieldFrame {
  /** What stands in a field whose elements have different values. */
  static final String SEVERAL = "(several)";

  private static final int LABEL_WIDTH = 112;

  private final Composite form;
  private Label problem;

  /** Creates the label; the next two children of the form are the control and the problem. */
  FieldFrame(Composite form, Property property) {
    this.form = form;
    Label label = Style.MUTED.on(new Label(form, SWT.NONE));
    label.setText(property.label());
    label.setToolTipText(property.help());
    boolean table = isTable(property);
    boolean tall = table || property.type() == PropertyType.LONG_TEXT;
    GridDataFactory.swtDefaults()
        .align(SWT.BEGINNING, tall ? SWT.BEGINNING : SWT.CENTER)
        .hint(table ? SWT.DEFAULT : LABEL_WIDTH, SWT.DEFAULT)
        .span(table ? 2 : 1, 1)
        .indent(0, tall ? 4 : 0)
        .applyTo(label);
  }

  /**
   * Whether the values are rows of a table, which stands below its label and is as wide as both.
   */
  static boolean isTable(Property property) {
    return switch (property.type()) {
      case LABELS, REFERENCES -> true;
      // The values of a profile have an order and a number: they are read as one text.
      case WORDS -> property.feature() != Literals.FLOW__HOURLY_PROFILE;
      default -> false;
    };
  }

  /** Places the control, and the room for a problem after it. */
  void place(Control control, Property property, int heightHint) {
    control.setToolTipText(property.help());
    control.setData(FieldFrame.class.getName(), property);
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .span(isTable(property) ? 2 : 1, 1)
        .hint(60, heightHint)
        .applyTo(control);
    problem = Style.PROBLEM.on(new Label(form, SWT.WRAP));
    problem.setData(Property.class.getName(), property);
    GridDataFactory.fillDefaults()
        .span(2, 1)
        .grab(true, false)
        .indent(isTable(property) ? 0 : LABEL_WIDTH + 8, 0)
        .hint(60, SWT.DEFAULT)
        .exclude(true)
        .applyTo(problem);
    problem.setVisible(false);
  }

  boolean hasProblem() {
    return problem.getVisible();
  }

  void clearProblem() {
    showProblem("");
  }

  /** Shows why what was typed is not applied; nothing for an empty text. */
  void showProblem(String text) {
    boolean visible = !text.isEmpty();
    if (visible == problem.getVisible() && text.equals(problem.getText())) {
      return;
    }
    problem.setText(text);
    problem.setVisible(visible);
    ((GridData) problem.getLayoutData()).exclude = !visible;
    form.layout(true);
    form.notifyListeners(SWT.Resize, new Event());
  }
}
