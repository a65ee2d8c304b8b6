package org.firebreak.scene.paint;

import java.util.ArrayList;
import java.util.List;

/**
 * A path of straight lines and cubic curves.
 *
 * @param steps in order; each part begins with a {@link Step.Move}
 */
public record Outline(List<Step> steps) {

  public Outline {
    steps = List.copyOf(steps);
  }

  /** One step of the pen. */
  public sealed interface Step {
    record Move(double x, double y) implements Step {}

    record Line(double x, double y) implements Step {}

    record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Step {}

    record Close() implements Step {}
  }

  /** The outline scaled about the origin, then moved. */
  Outline placed(double dx, double dy, double scale) {
    List<Step> placed = new ArrayList<>();
    for (Step step : steps) {
      placed.add(
          switch (step) {
            case Step.Move m -> new Step.Move(dx + m.x * scale, dy + m.y * scale);
            case Step.Line l -> new Step.Line(dx + l.x * scale, dy + l.y * scale);
            case Step.Curve c ->
                new Step.Curve(
                    dx + c.x1 * scale,
                    dy + c.y1 * scale,
                    dx + c.x2 * scale,
                    dy + c.y2 * scale,
                    dx + c.x * scale,
                    dy + c.y * scale);
            case Step.Close close -> close;
          });
    }
    return new Outline(placed);
  }

  static Builder builder() {
    return new Builder();
  }

  /** Collects steps. */
  static final class Builder {
    /** Distance of control points for a quarter circle of radius 1. */
    private static final double QUARTER = 0.5523;

    private final List<Step> steps = new ArrayList<>();

    Builder move(double x, double y) {
      steps.add(new Step.Move(x, y));
      return this;
    }

    Builder line(double x, double y) {
      steps.add(new Step.Line(x, y));
      return this;
    }

    Builder curve(double x1, double y1, double x2, double y2, double x, double y) {
      steps.add(new Step.Curve(x1, y1, x2, y2, x, y));
      return this;
    }

    Builder close() {
      steps.add(new Step.Close());
      return this;
    }

    Builder polygon(double... coordinates) {
      polyline(coordinates);
      return close();
    }

    Builder polyline(double... coordinates) {
      move(coordinates[0], coordinates[1]);
      for (int i = 2; i < coordinates.length; i += 2) {
        line(coordinates[i], coordinates[i + 1]);
      }
      return this;
    }

    Builder rectangle(double x, double y, double width, double height) {
      return polygon(x, y, x + width, y, x + width, y + height, x, y + height);
    }

    Builder ellipse(double cx, double cy, double rx, double ry) {
      double kx = rx * QUARTER;
      double ky = ry * QUARTER;
      return move(cx + rx, cy)
          .curve(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)
          .curve(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)
          .curve(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)
          .curve(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)
          .close();
    }

    Outline build() {
      return new Outline(steps);
    }
  }
}
