package org.firebreak.scene.route;

import java.util.List;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.geometry.Size;

/**
 * A line that needs a route.
 *
 * @param source client end
 * @param destination server end, where the arrow points
 * @param corners stored corners from the client to the server end; kept as long as they fit, empty
 *     for none
 * @param label size of the line's label, for which a loop leaves room
 */
public record RouteRequest(LineEnd source, LineEnd destination, List<Point> corners, Size label) {

  public RouteRequest {
    corners = List.copyOf(corners);
  }

  /** Whether the line starts and ends at the same card or at rows of the same card. */
  boolean isLoop() {
    return source.body().equals(destination.body());
  }

  /** Whether a body is that of one of the ends, or lies around one. */
  boolean concerns(Rect body) {
    return body.equals(source.body()) || body.equals(destination.body());
  }
}
