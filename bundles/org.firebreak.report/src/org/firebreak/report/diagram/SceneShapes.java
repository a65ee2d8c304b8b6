package org.firebreak.report.diagram;

import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.firebreak.scene.Box;
import org.firebreak.scene.Line;
import org.firebreak.scene.Scene;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.paint.BoxPainter;
import org.firebreak.scene.paint.LegendPainter;
import org.firebreak.scene.paint.LineMood;
import org.firebreak.scene.paint.LinePainter;
import org.firebreak.scene.paint.Shape;

/** The shapes of a scene in painting order: boxes, lines, labels, legend. */
public final class SceneShapes {
  /** How far marks and arrowheads reach beyond a box or a line, px. */
  private static final int REACH = 14;

  private SceneShapes() {}

  /** All shapes that may be seen in a part of the scene. */
  public static void paint(Scene scene, Rectangle2D part, Consumer<Shape> painter) {
    for (Box box : scene.boxes()) {
      if (touches(part, box.bounds())) {
        BoxPainter.paint(box, scene.metrics()).forEach(painter);
      }
    }
    for (Line line : scene.lines()) {
      if (touches(part, around(line))) {
        LinePainter.paint(line, LineMood.NORMAL).forEach(painter);
      }
    }
    for (Line line : scene.lines()) {
      if (touches(part, line.label().bounds())) {
        LinePainter.paintLabel(line, LineMood.NORMAL, scene.metrics()).forEach(painter);
      }
    }
    if (scene.legend().isPresent() && touches(part, scene.legendBounds())) {
      LegendPainter.paint(scene.legend().get(), scene.legendBounds(), scene.metrics())
          .forEach(painter);
    }
  }

  private static Rect around(Line line) {
    Rect around = Rect.spanning(line.route().getFirst(), line.tip());
    for (int i = 1; i < line.route().size(); i++) {
      around = around.union(Rect.spanning(line.route().get(i - 1), line.route().get(i)));
    }
    return around;
  }

  private static boolean touches(Rectangle2D part, Rect bounds) {
    return bounds.x() - REACH < part.getMaxX()
        && bounds.right() + REACH > part.getMinX()
        && bounds.y() - REACH < part.getMaxY()
        && bounds.bottom() + REACH > part.getMinY();
  }
}
