package org.firebreak.scene.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Flow;
import org.firebreak.model.io.NewElements;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;

/**
 * Where everything on a diagram goes; data only, until it is applied.
 *
 * @param nodes bounds by id of the diagram node, relative to the node around it as the model stores
 *     them; width and height 0 for the natural size
 * @param routes corners by flow, from the client to the server end, in diagram coordinates; none to
 *     have it routed when it is drawn
 * @param whole whether flows that have no route here lose their corners, as they belong to an older
 *     arrangement
 */
public record LayoutResult(Map<String, Rect> nodes, Map<Flow, List<Point>> routes, boolean whole) {

  /** A layout of the whole diagram. */
  public LayoutResult(Map<String, Rect> nodes, Map<Flow, List<Point>> routes) {
    this(nodes, routes, true);
  }

  public LayoutResult {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
  }

  /**
   * Stores the layout in the diagram that it was made from: bounds of nodes, and a connection with
   * corners for every routed flow. The caller wraps this in a model edit.
   */
  public void applyTo(Diagram diagram) {
    for (DiagramNode node : diagram.getNodes()) {
      Rect bounds = nodes.get(node.getId());
      if (bounds != null) {
        node.setX(bounds.x());
        node.setY(bounds.y());
        node.setWidth(bounds.width());
        node.setHeight(bounds.height());
      }
    }
    Map<Flow, DiagramConnection> existing = new LinkedHashMap<>();
    for (DiagramConnection connection : diagram.getConnections()) {
      Flow flow = connection.getFlow();
      boolean fresh = existing.putIfAbsent(flow, connection) == null;
      if (fresh && (whole || routes.containsKey(flow))) {
        store(connection, routes.getOrDefault(connection.getFlow(), List.of()));
      }
    }
    routes.forEach(
        (flow, corners) -> {
          if (!existing.containsKey(flow) && !corners.isEmpty()) {
            DiagramConnection connection = NewElements.connection(flow);
            store(connection, corners);
            diagram.getConnections().add(connection);
          }
        });
  }

  private static void store(DiagramConnection connection, List<Point> corners) {
    connection.getBendpoints().clear();
    for (Point corner : corners) {
      connection.getBendpoints().add(NewElements.bendpoint(corner.x(), corner.y()));
    }
  }
}
