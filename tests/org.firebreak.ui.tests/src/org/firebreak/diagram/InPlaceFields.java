package org.firebreak.diagram;

import static org.firebreak.diagram.UiCondition.ui;
import static org.firebreak.diagram.UiCondition.until;

import java.awt.event.KeyEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** The fields that open on a canvas, and a hand that types in them. */
final class InPlaceFields {
  private final CanvasRobot robot;

  InPlaceFields(CanvasRobot robot) {
    this.robot = robot;
  }

  /** Waits for the field of a name to have the focus. */
  Text name() {
    return field("name");
  }

  /** Waits for the field of a list of suggestions to have the focus. */
  Text suggest() {
    return field("suggest");
  }

  private Text field(String kind) {
    until("a field has the focus: " + kind, () -> find(kind) != null);
    return ui(() -> find(kind));
  }

  private Text find(String kind) {
    Control focus = robot.control().getDisplay().getFocusControl();
    boolean wanted =
        focus instanceof Text && kind.equals(focus.getData("org.firebreak.diagram.field"));
    return wanted ? (Text) focus : null;
  }

  static String text(Text field) {
    return ui(() -> field.getText());
  }

  /** Waits until no field is open and the canvas has the focus. */
  void gone() {
    until(
        "the canvas has the focus again",
        () -> robot.control().isFocusControl() && robot.control().getChildren().length == 0);
  }

  /** Types, into whatever has the focus. */
  void type(String text) {
    for (char each : text.toCharArray()) {
      int key = KeyEvent.getExtendedKeyCodeForChar(each);
      if (Character.isUpperCase(each)) {
        robot.type(KeyEvent.VK_SHIFT, key);
      } else {
        robot.type(key);
      }
    }
  }

  /** What is said under the field that is open; empty if nothing is. */
  String remark() {
    return ui(() -> remark(robot.control()));
  }

  private static String remark(Composite in) {
    for (Control child : in.getChildren()) {
      if (child.getData("org.firebreak.diagram.remark") instanceof String said
          && child.isVisible()) {
        return said;
      }
      String inside = child instanceof Composite composite ? remark(composite) : "";
      if (!inside.isEmpty()) {
        return inside;
      }
    }
    return "";
  }

  /** The names in the list under the field. */
  java.util.List<String> suggestions() {
    Text field = suggest();
    return ui(
        () -> {
          for (Control child : field.getParent().getChildren()) {
            if (child instanceof Table table) {
              return java.util.Arrays.stream(table.getItems()).map(item -> item.getText()).toList();
            }
          }
          return java.util.List.of();
        });
  }
}
