package org.firebreak.diagram.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.firebreak.diagram.canvas.DiagramCanvas;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.scene.Alarm;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Token;
import org.firebreak.scene.geometry.Rect;

/**
 * A thin column beside the outline with a mark for every box and line that has a warning or an
 * error, as high as it lies on the diagram. A click on a mark goes there.
 */
final class FindingRuler extends Canvas {
  /** Width of the column, px. */
  static final int WIDTH = 14;

  private static final int MARK = 4;
  private static final int REACH = 4;
  private static final int MARGIN = 10;

  /** A mark; the elements are asked for when it is clicked. */
  private record Mark(int y, Alarm alarm, List<String> ids, Supplier<List<Element>> elements) {}

  private final LiveScene.Listener changes = delta -> forget();
  private DiagramCanvas canvas;
  private Thumbnail thumbnail;
  private List<Mark> marks;

  FindingRuler(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED);
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Resize, event -> forget());
    addListener(SWT.MouseDown, this::go);
    addListener(SWT.MouseMove, this::hint);
    addListener(SWT.Dispose, event -> show(null));
  }

  /** Shows the findings of another canvas; {@code null} for none. */
  void show(DiagramCanvas other) {
    if (canvas != null) {
      canvas.live().removeListener(changes);
    }
    canvas = other;
    thumbnail = null;
    if (canvas != null) {
      canvas.live().addListener(changes);
    }
    forget();
  }

  /** Marks stand beside what they mark on a thumbnail; {@code null} where there is none. */
  void beside(Thumbnail shown) {
    thumbnail = shown;
    if (thumbnail != null) {
      thumbnail.onDrawn(this::forget);
    }
    forget();
  }

  private void forget() {
    marks = null;
    if (!isDisposed()) {
      redraw();
    }
  }

  private void paint(GC gc) {
    if (canvas == null) {
      return;
    }
    Rectangle area = getClientArea();
    gc.setBackground(canvas.style().color(Token.CANVAS));
    gc.fillRectangle(area);
    // The thumbnail finds its scale when it is drawn, which may be after this.
    marks = find();
    gc.setAntialias(SWT.ON);
    for (Mark mark : marks) {
      boolean error = mark.alarm() == Alarm.ERROR;
      gc.setBackground(canvas.style().color(error ? Token.ERROR : Token.WARNING));
      int inset = error ? 2 : 3;
      gc.fillRoundRectangle(
          inset, mark.y() - MARK / 2, area.width - 2 * inset, MARK, error ? 0 : MARK, MARK);
    }
  }

  private List<Mark> find() {
    List<Mark> found = new ArrayList<>();
    LiveScene live = canvas.live();
    for (Box box : live.scene().boxes()) {
      if (box.look().alarm() != Alarm.NONE && box.elementId() != null) {
        int y = y(box.bounds().y() + Math.min(10, box.bounds().height() / 2));
        found.add(
            new Mark(y, box.look().alarm(), List.of(box.elementId()), () -> List.of(of(box))));
      }
    }
    for (Line line : live.lines()) {
      if (line.alarm() != Alarm.NONE) {
        int middle = line.route().get(line.route().size() / 2).y();
        Rect label = line.label() == null ? null : line.label().bounds();
        int y = y(label == null ? middle : label.y() + label.height() / 2);
        found.add(
            new Mark(
                y,
                line.alarm(),
                line.flowIds(),
                () -> List.copyOf(live.flows(new FlowLine(line.id())))));
      }
    }
    found.sort(Comparator.comparing(Mark::alarm));
    return found;
  }

  private Element of(Box box) {
    Element model = canvas.live().model(box.id());
    return model instanceof DiagramNode node && node.getElement() != null
        ? node.getElement()
        : model;
  }

  private int y(int y) {
    if (thumbnail != null && !thumbnail.isDisposed()) {
      return thumbnail.y(y);
    }
    Rect bounds = canvas.live().bounds();
    int room = getClientArea().height - 2 * MARGIN;
    return MARGIN + (int) ((long) (y - bounds.y()) * room / Math.max(1, bounds.height()));
  }

  /** The nearest marks, those that lie on each other together; none if none is near. */
  private List<Mark> at(int y) {
    if (canvas == null) {
      return List.of();
    }
    if (marks == null) {
      // The mouse may be faster than the next painting.
      marks = find();
    }
    int nearest =
        marks.stream().mapToInt(mark -> Math.abs(mark.y() - y)).min().orElse(Integer.MAX_VALUE);
    return nearest > REACH
        ? List.of()
        : marks.stream().filter(mark -> Math.abs(mark.y() - y) <= nearest + 1).toList();
  }

  private void go(Event event) {
    List<Mark> near = at(event.y);
    if (event.button == 1 && !near.isEmpty()) {
      canvas.select(near.stream().flatMap(mark -> mark.elements().get().stream()).toList());
    }
  }

  private void hint(Event event) {
    List<Mark> near = at(event.y);
    setCursor(near.isEmpty() ? null : getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    List<String> ids = near.stream().flatMap(mark -> mark.ids().stream()).toList();
    String text = ids.isEmpty() ? null : String.join("\n", canvas.style().remarks(ids)).strip();
    if (!Objects.equals(text, getToolTipText())) {
      setToolTipText(text);
    }
  }
}
