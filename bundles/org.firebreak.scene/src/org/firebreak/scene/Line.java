package org.firebreak.scene;

import java.util.List;
import org.firebreak.model.Encryption;
import org.firebreak.model.FlowState;
import org.firebreak.scene.geometry.Point;
import org.firebreak.scene.geometry.Rect;
import org.firebreak.scene.route.Route;

/**
 * One or several flows from one box to another.
 *
 * @param id unique in the scene and stable while the two ends stay the same
 * @param flowIds ids of the flows, in the order of the design; at least one
 * @param sourceId id of the box at the client end
 * @param destinationId id of the box at the server end; the same for a loop
 * @param aggregated whether an end is hidden and the box stands for what holds it
 * @param state approved if any flow is, else proposed if any is, else retired
 * @param encryption clear text if any service is, encrypted if all are
 * @param alarm worst finding on any of the flows
 * @param route corners from the client end to the arrow's tip, both included; at least two points
 * @param stored whether the route is the one stored in the diagram
 * @param label pill on the line
 * @param hint lines of the tooltip: those of the overlay, then one a flow, with all its services
 * @param tint how the overlay draws it; null as without one
 */
public record Line(
    String id,
    List<String> flowIds,
    String sourceId,
    String destinationId,
    boolean aggregated,
    FlowState state,
    Encryption encryption,
    Alarm alarm,
    List<Point> route,
    boolean stored,
    LineLabel label,
    List<String> hint,
    LineTint tint) {

  public Line {
    flowIds = List.copyOf(flowIds);
    route = List.copyOf(route);
    hint = List.copyOf(hint);
  }

  /** Whether both ends are the same box. */
  public boolean isLoop() {
    return sourceId.equals(destinationId);
  }

  /** Id of the line that carries all flows between two boxes while they are folded. */
  static String bundleId(String sourceId, String destinationId) {
    return sourceId + ">" + destinationId;
  }

  /** Id of the line that carries this and the parallel flows while they are folded. */
  public String bundleId() {
    return bundleId(sourceId, destinationId);
  }

  /** Whether this is one of several parallel flows that are drawn apart. */
  public boolean isUnfolded() {
    return !id.equals(bundleId());
  }

  /** The same line on another route, for instance while it is being moved. */
  public Line on(List<Point> other, boolean storedRoute, Rect labelBounds) {
    return routed(new Route(other, storedRoute), labelBounds);
  }

  /** The same line on another route. */
  Line routed(Route other, Rect labelBounds) {
    return new Line(
        id,
        flowIds,
        sourceId,
        destinationId,
        aggregated,
        state,
        encryption,
        alarm,
        other.points(),
        other.stored(),
        new LineLabel(label.text(), label.flows(), labelBounds),
        hint,
        tint);
  }

  /** The arrow's tip, at the server end. */
  public Point tip() {
    return route.get(route.size() - 1);
  }
}
