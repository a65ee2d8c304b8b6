package org.firebreak.scene.layout;

import java.util.List;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.layout.SiblingFlows.SiblingFlow;

/** How good a picture is: small, of the shape of a screen, lines short, straight, uncrossed. */
final class LayoutCost {
  private static final double SCREEN = 1.6;
  private static final double SMALL = 680;
  private static final int TOO_CLOSE = 5;

  private LayoutCost() {}

  static double of(Scene scene, SiblingFlows flows) {
    Rect bounds = scene.bounds();
    // How tall a screen must be to show all of it: what decides how small it is shown.
    // What fits a small screen anyway need not be smaller.
    double screen = Math.max(SMALL, Math.max(bounds.width() / SCREEN, bounds.height()));
    double lines = 0;
    for (Line line : scene.lines()) {
      List<Point> route = line.route();
      for (int i = 1; i < route.size(); i++) {
        lines += route.get(i - 1).manhattan(route.get(i)) / 10.0;
      }
      lines += (route.size() - 2) * 8;
      lines += backward(line) ? 20 : 0;
      lines += covered(line, scene) * 200;
    }
    lines += turns(scene, flows) * 300;
    lines += conflicts(scene.lines()) * 12;
    return screen * 1.8 + lines * 0.6;
  }

  private static boolean backward(Line line) {
    return line.tip().x() < line.route().get(0).x();
  }

  /** Lines between boxes of one column that do not simply run from one down to the next. */
  private static int turns(Scene scene, SiblingFlows flows) {
    int turns = 0;
    for (SiblingFlow flow : flows.all()) {
      Rect from = scene.box(flow.source()).orElseThrow().bounds();
      Rect to = scene.box(flow.destination()).orElseThrow().bounds();
      boolean sameColumn = from.x() < to.right() && to.x() < from.right();
      int corners = scene.line(flow.line().id()).orElseThrow().route().size() - 2;
      turns += sameColumn && corners > 0 ? 1 : 0;
    }
    return turns;
  }

  private static int covered(Line line, Scene scene) {
    int covered = 0;
    for (Box box : scene.boxes()) {
      if (!box.isContainer() && box.bounds().intersects(line.label().bounds())) {
        covered++;
      }
    }
    for (Line other : scene.lines()) {
      if (other != line && other.label().bounds().intersects(line.label().bounds())) {
        covered++;
      }
    }
    return covered;
  }

  /** Crossings, and stretches where two lines can hardly be told apart. */
  private static int conflicts(List<Line> lines) {
    int conflicts = 0;
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        conflicts += conflicts(lines.get(i).route(), lines.get(j).route());
      }
    }
    return conflicts;
  }

  private static int conflicts(List<Point> a, List<Point> b) {
    int conflicts = 0;
    for (int i = 1; i < a.size(); i++) {
      Rect s = Rect.spanning(a.get(i - 1), a.get(i));
      for (int j = 1; j < b.size(); j++) {
        Rect t = Rect.spanning(b.get(j - 1), b.get(j));
        boolean across = (s.width() == 0) != (t.width() == 0);
        if (s.grown(across ? 1 : TOO_CLOSE).intersects(t)) {
          conflicts += across ? 1 : 3;
        }
      }
    }
    return conflicts;
  }
}
