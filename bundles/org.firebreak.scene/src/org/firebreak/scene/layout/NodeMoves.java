package org.firebreak.scene.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramNode;
import org.firebreak.scene.geometry.Point;

/**
 * New places of a few nodes; data only, until it is applied. Stored corners of flows stay: those
 * that no longer fit are routed anew when the diagram is drawn.
 *
 * @param places by id of the diagram node, relative to the node around it
 */
public record NodeMoves(Map<String, Point> places) {

  public NodeMoves {
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /** Moves the nodes. The caller wraps this in a model edit. */
  public void applyTo(Diagram diagram) {
    for (DiagramNode node : diagram.getNodes()) {
      Point place = places.get(node.getId());
      if (place != null) {
        node.setX(place.x());
        node.setY(place.y());
      }
    }
  }
}
