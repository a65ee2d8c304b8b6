package org.firebreak.diagram.live;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Lines for the moment until all are routed: those whose ends stay keep their course, those whose
 * ends move together move along, and the others bend once.
 */
final class QuickLines {
  private static final int LOOP = 22;

  private final SceneIndex before;
  private final Scene sketch;

  private QuickLines(SceneIndex before, Scene sketch) {
    this.before = before;
    this.sketch = sketch;
  }

  /**
   * The lines of a sketch.
   *
   * @param before what is shown at the moment
   * @param sketch boxes as they are now, lines without a course
   */
  static List<Line> of(SceneIndex before, Scene sketch) {
    QuickLines quick = new QuickLines(before, sketch);
    List<Line> lines = new ArrayList<>();
    sketch.lines().forEach(line -> lines.add(quick.line(line)));
    return lines;
  }

  private Line line(Line fresh) {
    Line old = before.line(fresh.id());
    Rect source = bounds(fresh.sourceId());
    Rect destination = bounds(fresh.destinationId());
    if (old != null) {
      Rect sourceBefore = bounds(before.box(fresh.sourceId()));
      Rect destinationBefore = bounds(before.box(fresh.destinationId()));
      int dx = source.x() - sourceBefore.x();
      int dy = source.y() - sourceBefore.y();
      if (source.equals(sourceBefore.moved(dx, dy))
          && destination.equals(destinationBefore.moved(dx, dy))) {
        List<Point> route = old.route().stream().map(corner -> corner.plus(dx, dy)).toList();
        return course(fresh, route, old.stored(), old.label().bounds().moved(dx, dy).center());
      }
    }
    List<Point> route = fresh.isLoop() ? loop(source) : bent(source, destination);
    return course(fresh, route, false, middle(route));
  }

  private Rect bounds(String boxId) {
    return bounds(sketch.box(boxId).orElseThrow());
  }

  private static Rect bounds(Box box) {
    return box.bounds();
  }

  private static Line course(Line line, List<Point> route, boolean stored, Point label) {
    Rect size = line.label().bounds();
    Rect bounds =
        new Rect(
            label.x() - size.width() / 2,
            label.y() - size.height() / 2,
            size.width(),
            size.height());
    return line.on(route, stored, bounds);
  }

  private static List<Point> loop(Rect box) {
    int y = box.centerY();
    return List.of(
        new Point(box.right(), y - LOOP / 4),
        new Point(box.right() + LOOP, y - LOOP / 4),
        new Point(box.right() + LOOP, y + LOOP / 4),
        new Point(box.right(), y + LOOP / 4));
  }

  /** Across where there is room between the boxes, else up or down. */
  private static List<Point> bent(Rect from, Rect to) {
    if (to.x() >= from.right() || to.right() <= from.x()) {
      boolean right = to.x() >= from.right();
      int start = right ? from.right() : from.x();
      int end = right ? to.x() : to.right();
      int middle = (start + end) / 2;
      return List.of(
          new Point(start, from.centerY()),
          new Point(middle, from.centerY()),
          new Point(middle, to.centerY()),
          new Point(end, to.centerY()));
    }
    boolean down = to.centerY() >= from.centerY();
    int start = down ? from.bottom() : from.y();
    int end = down ? to.y() : to.bottom();
    int middle = (start + end) / 2;
    return List.of(
        new Point(from.centerX(), start),
        new Point(from.centerX(), middle),
        new Point(to.centerX(), middle),
        new Point(to.centerX(), end));
  }

  private static Point middle(List<Point> route) {
    Point a = route.get(1);
    Point b = route.get(2);
    return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }
}
