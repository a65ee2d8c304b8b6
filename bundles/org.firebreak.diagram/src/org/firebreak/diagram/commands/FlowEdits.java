package org.firebreak.diagram.commands;

import java.util.List;
import java.util.Objects;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
import org.firebreak.model.library.WellKnownService;
import org.firebreak.scene.geometry.Point;

/** Drawing flows and laying their lines. */
public final class FlowEdits {
  private final LiveScene live;

  public FlowEdits(LiveScene live) {
    this.live = live;
  }

  /**
   * Draws a flow.
   *
   * @param known its service; {@code null} for none yet
   */
  public Command connect(Endpoint client, Endpoint server, WellKnownService known) {
    String label =
        "Add flow %s → %s"
            .formatted(ModelDescriptions.label(client), ModelDescriptions.label(server));
    return new EditCommand(
        live.edit(),
        label,
        () -> {
          Design design = live.edit().design();
          Flow flow = NewElements.flow(client, server);
          if (known != null) {
            flow.getServices().add(service(design, known));
          }
          design.getFlows().add(flow);
          if (!live.diagram().isShowAllFlows()) {
            live.diagram().getConnections().add(NewElements.connection(flow));
          }
        });
  }

  /**
   * Lays a line through corners, which are stored with its first flow.
   *
   * @param corners from the client to the server end, both ends included; empty to let the diagram
   *     route the line
   * @return {@code null} if the line is not shown any more
   */
  public Command lay(FlowLine line, List<Point> corners) {
    List<Flow> flows = live.flows(line);
    if (flows.isEmpty()) {
      return null;
    }
    String verb = corners.isEmpty() ? "Route " : "Bend ";
    return new EditCommand(
        live.edit(),
        verb + ModelDescriptions.label(flows.get(0)),
        () -> {
          flows.forEach(this::clear);
          if (!corners.isEmpty()) {
            store(flows.get(0), corners);
          }
        });
  }

  private void clear(Flow flow) {
    for (DiagramConnection connection : live.diagram().getConnections()) {
      if (connection.getFlow() == flow) {
        connection.getBendpoints().clear();
      }
    }
  }

  private void store(Flow flow, List<Point> corners) {
    DiagramConnection connection = null;
    for (DiagramConnection candidate : live.diagram().getConnections()) {
      if (candidate.getFlow() == flow) {
        connection = candidate;
      }
    }
    if (connection == null) {
      connection = NewElements.connection(flow);
      live.diagram().getConnections().add(connection);
    }
    for (Point corner : corners) {
      connection.getBendpoints().add(NewElements.bendpoint(corner.x(), corner.y()));
    }
  }

  /** The design's own service of that name and meaning, or a new one. */
  private static Service service(Design design, WellKnownService known) {
    Service wanted = known.toService();
    for (Service service : design.getServices()) {
      if (service.getProtocol() == wanted.getProtocol()
          && Objects.equals(service.getPorts(), wanted.getPorts())
          && Objects.equals(service.getIcmpType(), wanted.getIcmpType())
          && Objects.equals(service.getName(), wanted.getName())) {
        return service;
      }
    }
    design.getServices().add(wanted);
    return wanted;
  }
}
