package org.firebreak.diagram.naming;

import java.util.List;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.canvas.Icons;
import org.firebreak.scene.Token;

/**
 * A field on the canvas with a list of what it may mean: typing filters, the arrows walk through
 * the list, Enter takes, Escape closes.
 */
public final class SuggestPanel {
  /** What a panel is about. */
  public interface Subject {
    /** What stands in the empty field. */
    String prompt();

    /** What stands in the field at first. */
    default String initial() {
      return "";
    }

    /** Rows for what has been typed up to a caret. */
    List<Suggestion> rows(String text, int caret);

    /** What is wrong with the text, and the mend; {@code null} if nothing is. */
    default String problem(String text) {
      return null;
    }

    /** What is good to know about the text while nothing is wrong; may be empty. */
    default String advice(String text) {
      return "";
    }

    /** Whether Enter takes the first row if no other is chosen; else it takes the text. */
    boolean takesRows();

    /** A row was taken. The panel is closed unless a text comes back that the field shall have. */
    String taken(Suggestion row, String text, int caret);

    /** Enter, or the focus left, with nothing wrong; the panel is closed. */
    default void accepted(String text) {}

    /** The panel was closed without anything taken. */
    default void cancelled() {}
  }

  private static final int WIDTH = 320;
  private static final int PAD = 6;
  private static final int LEAST_ROWS = 1;
  private static final int MOST_ROWS = 8;
  private static final int LINES = 2;
  private static final int BAR = 14;

  private final DiagramCanvas canvas;
  private final FigureCanvas control;
  private final Subject subject;
  private final Composite frame;
  private final Text text;
  private final Table table;
  private final FieldRemark remark;
  private final ResourceManager icons;
  private List<Suggestion> rows = List.of();
  private Point at;
  private boolean walked;
  private boolean done;

  private SuggestPanel(DiagramCanvas canvas, Subject subject) {
    this.canvas = canvas;
    this.control = canvas.control();
    this.subject = subject;
    frame = new Composite(control, SWT.NONE);
    icons = new LocalResourceManager(JFaceResources.getResources(), frame);
    text = new Text(frame, SWT.SINGLE | SWT.BORDER);
    table = new Table(frame, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
    remark = new FieldRemark(frame, canvas.style(), false);
  }

  /**
   * Opens a panel.
   *
   * @param at in pixels of the canvas; it is moved so that the panel is seen whole
   */
  public static void open(DiagramCanvas canvas, Point at, Subject subject) {
    new SuggestPanel(canvas, subject).show(at);
  }

  private void show(Point wanted) {
    text.setMessage(subject.prompt());
    text.setText(subject.initial());
    text.selectAll();
    text.setData("org.firebreak.diagram.field", "suggest");
    new TableColumn(table, SWT.NONE);
    new TableColumn(table, SWT.NONE);
    frame.addListener(SWT.Paint, this::paintFrame);
    text.addListener(SWT.Modify, event -> typed());
    text.addListener(SWT.KeyDown, this::key);
    text.addListener(SWT.Traverse, this::traverse);
    table.addListener(SWT.MouseUp, event -> clicked(new Point(event.x, event.y)));
    table.addListener(SWT.Traverse, this::traverse);
    text.addListener(SWT.FocusOut, event -> left());
    table.addListener(SWT.FocusOut, event -> left());
    WholeKeyboard.give(text);
    fill();
    place(wanted);
    frame.moveAbove(null);
    text.setFocus();
  }

  /** As high as its list; the field stays where it is. */
  private void place(Point wanted) {
    Rectangle room = control.getClientArea();
    int width = Math.min(WIDTH, room.width);
    int field = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    int said = remark.heightOf(LINES);
    int list = Math.clamp(rows.size(), LEAST_ROWS, MOST_ROWS) * (table.getItemHeight() + 1);
    list = Math.max(0, Math.min(list, room.height - field - said - 2 * PAD));
    int height = PAD + field + said + list + 2;
    if (at == null) {
      int most = PAD + field + said + MOST_ROWS * (table.getItemHeight() + 1) + 2;
      int x = Math.max(0, Math.min(wanted.x, room.width - width));
      int y = Math.max(0, Math.min(wanted.y, room.height - Math.max(height, most)));
      at = new Point(x, y);
    }
    frame.setBounds(at.x, at.y, width, height);
    text.setBounds(PAD, PAD, width - 2 * PAD, field);
    remark.place(new Rectangle(PAD, PAD + field, width - 2 * PAD, said));
    table.setBounds(1, PAD + field + said, width - 2, list);
    int inner = width - 2 - BAR;
    table.getColumn(0).setWidth(inner * 11 / 20);
    table.getColumn(1).setWidth(inner - inner * 11 / 20);
    showRemark();
  }

  private void paintFrame(Event event) {
    Point size = frame.getSize();
    event.gc.setBackground(canvas.style().color(Token.CARD));
    event.gc.fillRectangle(0, 0, size.x, size.y);
    event.gc.setForeground(canvas.style().color(Token.ACCENT));
    event.gc.drawRectangle(0, 0, size.x - 1, size.y - 1);
  }

  private void typed() {
    walked = false;
    fill();
    place(at);
  }

  private void fill() {
    rows = subject.rows(text.getText(), text.getCaretPosition());
    table.setRedraw(false);
    table.removeAll();
    for (Suggestion row : rows) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(new String[] {row.name(), row.detail()});
      item.setForeground(1, canvas.style().color(Token.MUTED));
      if (row.isHeading()) {
        item.setForeground(0, canvas.style().color(Token.MUTED));
      }
      if (row.icon() != null) {
        item.setImage(0, icons.create(Icons.descriptor(row.icon())));
      }
    }
    table.setRedraw(true);
    if (subject.takesRows()) {
      select(next(-1, 1));
    }
  }

  private void showRemark() {
    String problem = subject.problem(text.getText());
    String said = problem == null ? subject.advice(text.getText()) : problem;
    if (problem == null && text.getText().isEmpty()) {
      // Some systems hide the prompt of a field that has the focus.
      said = subject.prompt() + "\n" + said;
    }
    remark.say(said, problem != null);
  }

  private void key(Event event) {
    switch (event.keyCode) {
      case SWT.ARROW_DOWN -> walk(event, 1);
      case SWT.ARROW_UP -> walk(event, -1);
      default -> {
        // Typing is the field's business.
      }
    }
  }

  private void walk(Event event, int by) {
    event.doit = false;
    walked = true;
    select(next(table.getSelectionIndex(), by));
  }

  /** The row before or after one that is no heading; the same if there is none. */
  private int next(int from, int by) {
    int at = from + by;
    while (at >= 0 && at < rows.size() && rows.get(at).isHeading()) {
      at += by;
    }
    return at < 0 || at >= rows.size() ? from : at;
  }

  private void select(int row) {
    if (row >= 0) {
      table.setSelection(row);
      if (row == next(-1, 1)) {
        // With the heading above it.
        table.setTopIndex(0);
      } else {
        table.showSelection();
      }
    } else {
      table.deselectAll();
    }
  }

  private void traverse(Event event) {
    switch (event.detail) {
      case SWT.TRAVERSE_ESCAPE -> {
        event.doit = false;
        close(subject::cancelled);
      }
      case SWT.TRAVERSE_RETURN -> {
        event.doit = false;
        enter();
      }
      case SWT.TRAVERSE_TAB_NEXT -> {
        event.doit = false;
        complete();
      }
      default -> {
        // Arrows walk through the list.
      }
    }
  }

  private void enter() {
    int row = table.getSelectionIndex();
    if (row >= 0 && (walked || subject.takesRows())) {
      take(rows.get(row));
    } else if (!subject.takesRows() && subject.problem(text.getText()) == null) {
      String typed = text.getText();
      close(() -> subject.accepted(typed));
    }
  }

  private void complete() {
    int row = table.getSelectionIndex() >= 0 ? table.getSelectionIndex() : next(-1, 1);
    if (row >= 0) {
      take(rows.get(row));
    }
  }

  private void clicked(Point at) {
    TableItem item = table.getItem(at);
    if (item != null && !rows.get(table.indexOf(item)).isHeading()) {
      take(rows.get(table.indexOf(item)));
    }
  }

  private void take(Suggestion row) {
    String typed = text.getText();
    int caret = text.getCaretPosition();
    if (subject.takesRows()) {
      close(() -> subject.taken(row, typed, caret));
      return;
    }
    String completed = subject.taken(row, typed, caret);
    text.setText(completed);
    text.setSelection(completed.length());
    text.setFocus();
  }

  /** The focus may only have gone from the field to the list. */
  private void left() {
    frame
        .getDisplay()
        .asyncExec(
            () -> {
              if (!done && !frame.isDisposed() && !holdsFocus()) {
                String typed = text.getText();
                boolean fine = !subject.takesRows() && subject.problem(typed) == null;
                close(fine ? () -> subject.accepted(typed) : subject::cancelled);
              }
            });
  }

  private boolean holdsFocus() {
    Control focus = frame.getDisplay().getFocusControl();
    return focus == text || focus == table;
  }

  private void close(Runnable then) {
    if (done) {
      return;
    }
    done = true;
    boolean back = holdsFocus();
    frame.dispose();
    if (back && !control.isDisposed()) {
      control.setFocus();
    }
    then.run();
  }
}
