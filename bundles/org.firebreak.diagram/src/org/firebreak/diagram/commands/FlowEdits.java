package org.firebreak.diagram.commands;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.gef.commands.Command;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.service.ServiceEntry;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.diagram.live.LiveScene;
import org.firebreak.model.Design;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;
import org.firebreak.model.io.NewElements;
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
   * @param services what it uses, as {@link ServiceEntry} reads it; {@code null} for none yet
   */
  public Command connect(Endpoint client, Endpoint server, String services) {
    return connect(client, server, services, flow -> {});
  }

  /**
   * Draws a flow.
   *
   * @param services what it uses, as {@link ServiceEntry} reads it; {@code null} for none yet
   * @param made is told the flow when the command is executed
   */
  public Command connect(Endpoint client, Endpoint server, String services, Consumer<Flow> made) {
    Design design = live.edit().design();
    return new EditCommand(
        live.edit(),
        "Add flow " + ends(client, server),
        () -> {
          Flow flow = NewElements.flow(client, server);
          add(flow, services == null ? List.of() : new ServiceEntry(design).parse(services));
          made.accept(flow);
        });
  }

  /**
   * Gives a flow its services. If drawing the flow was the last step, both become one.
   *
   * @param services those of the design, and new ones that are contained nowhere yet
   */
  public void setServices(Flow flow, List<Service> services, boolean justDrawn) {
    String drawn = "Add flow " + ends(flow.getSource(), flow.getDestination());
    if (flow.getServices().equals(services)) {
      return;
    }
    if (justDrawn && drawn.equals(live.edit().undoLabel())) {
      live.edit().undo();
      live.edit().run(drawn, () -> add(flow, services));
      return;
    }
    live.edit()
        .run(
            "Services of " + ModelDescriptions.label(flow),
            () -> {
              flow.getServices().clear();
              use(flow, services);
            });
  }

  private void add(Flow flow, List<Service> services) {
    use(flow, services);
    live.edit().design().getFlows().add(flow);
    if (!live.diagram().isShowAllFlows()) {
      live.diagram().getConnections().add(NewElements.connection(flow));
    }
  }

  private void use(Flow flow, List<Service> services) {
    for (Service service : services) {
      if (service.eContainer() == null) {
        live.edit().design().getServices().add(service);
      }
      flow.getServices().add(service);
    }
  }

  private static String ends(Endpoint client, Endpoint server) {
    return ModelDescriptions.label(client) + " → " + ModelDescriptions.label(server);
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
}
