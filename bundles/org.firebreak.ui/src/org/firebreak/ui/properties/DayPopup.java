package org.firebreak.ui.properties;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** A calendar below a text field; a click outside or Esc closes it. */
final class DayPopup {
  private final Shell shell;
  private final Consumer<String> target;

  private DayPopup(Text text, Consumer<String> target) {
    this.target = target;
    shell = new Shell(text.getShell(), SWT.TOOL | SWT.ON_TOP);
    GridLayoutFactory.fillDefaults().margins(6, 6).spacing(0, 6).applyTo(shell);
    DateTime calendar = new DateTime(shell, SWT.CALENDAR);
    LocalDate day = day(text.getText());
    calendar.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    calendar.addListener(SWT.DefaultSelection, event -> choose(day(calendar).toString()));
    Composite row = new Composite(shell, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).equalWidth(true).applyTo(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
    button(row, "None", () -> choose(""));
    button(row, "Today", () -> choose(LocalDate.now().toString()));
    button(row, "Set", () -> choose(day(calendar).toString()));
    shell.addListener(SWT.Deactivate, event -> close());
    shell.addListener(SWT.Traverse, event -> closeOnEscape(event.detail));
    shell.pack();
    place(text);
  }

  /**
   * Opens the calendar at the day of a text, or today.
   *
   * @param target takes the day that was chosen; empty for none
   */
  static void open(Text text, Consumer<String> target) {
    DayPopup popup = new DayPopup(text, target);
    popup.shell.open();
  }

  private void place(Text text) {
    Rectangle field = text.getDisplay().map(text.getParent(), null, text.getBounds());
    Rectangle screen = text.getMonitor().getClientArea();
    Point size = shell.getSize();
    boolean below = field.y + field.height + size.y <= screen.y + screen.height;
    shell.setLocation(
        Math.clamp(field.x, screen.x, Math.max(screen.x, screen.x + screen.width - size.x)),
        below ? field.y + field.height : field.y - size.y);
  }

  private void choose(String day) {
    close();
    target.accept(day);
  }

  private void close() {
    if (!shell.isDisposed()) {
      shell.close();
    }
  }

  private void closeOnEscape(int detail) {
    if (detail == SWT.TRAVERSE_ESCAPE) {
      close();
    }
  }

  private static void button(Composite row, String label, Runnable action) {
    Button button = new Button(row, SWT.PUSH);
    button.setText(label);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
    button.addListener(SWT.Selection, event -> action.run());
  }

  private static LocalDate day(DateTime calendar) {
    return LocalDate.of(calendar.getYear(), calendar.getMonth() + 1, calendar.getDay());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      // Nothing or nonsense is there: the calendar begins with today.
      return LocalDate.now();
    }
  }
}
