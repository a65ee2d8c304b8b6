package org.firebreak.ui.tests;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;

/** Finds fields of the properties view. */
final class Properties {
  private static final String VIEW = "org.firebreak.ui.properties";

  private Properties() {}

  /** The content of the window, in which the view is the only one with such fields. */
  static Composite view() {
    return Ui.get(
        () -> {
          Ui.page().showView(VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
          return Ui.window().getShell();
        });
  }

  /** Waits for a text field with this label and value. */
  static Text text(String label, String value) {
    return Ui.find(
        view(),
        Text.class,
        label + " is " + value,
        text -> value.equals(text.getText()) && label.equals(labelOf(text)));
  }

  /** The label before a control. */
  private static String labelOf(Control control) {
    Control before = null;
    for (Control each : control.getParent().getChildren()) {
      if (each == control) {
        return before instanceof Label label ? label.getText() : "";
      }
      before = each;
    }
    return "";
  }
}
