package org.firebreak.scene.route;

import java.util.List;
import org.firebreak.scene.geometry.Point;

/**
 * How a line runs.
 *
 * @param points from the client end to the arrow's tip; at least two
 * @param stored whether it is the one that was asked for
 */
public record Route(List<Point> points, boolean stored) {

  public Route {
    points = List.copyOf(points);
  }
}
