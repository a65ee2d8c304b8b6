package org.firebreak.model.io;

import java.util.List;
import java.util.UUID;
import org.firebreak.model.AcceptedFinding;
import org.firebreak.model.Bendpoint;
import org.firebreak.model.Design;
import org.firebreak.model.Diagram;
import org.firebreak.model.DiagramConnection;
import org.firebreak.model.DiagramNode;
import org.firebreak.model.Element;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.FirebreakFactory;
import org.firebreak.model.Flow;
import org.firebreak.model.Label;
import org.firebreak.model.Link;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Service;
import org.firebreak.model.Strategy;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Tenant;
import org.firebreak.model.Tripwire;
import org.firebreak.model.Zone;

/** Creates model elements, each with a fresh UUID that it keeps for life. */
public final class NewElements {
  private static final FirebreakFactory FACTORY = FirebreakFactory.eINSTANCE;

  private NewElements() {}

  /** A design with the group strategy and the current format version. */
  public static Design design(String name) {
    Design design = named(FACTORY.createDesign(), name);
    design.setFormatVersion(DesignFile.FORMAT_VERSION);
    design.setStrategy(strategy(StrategyKind.GROUP));
    return design;
  }

  public static Zone zone(String name) {
    return named(FACTORY.createZone(), name);
  }

  public static ServerGroup group(String name) {
    return named(FACTORY.createServerGroup(), name);
  }

  public static Server server(String name) {
    return named(FACTORY.createServer(), name);
  }

  public static ExternalNetwork externalNetwork(String name) {
    return named(FACTORY.createExternalNetwork(), name);
  }

  public static Tenant tenant(String name) {
    return named(FACTORY.createTenant(), name);
  }

  public static Service service(String name) {
    return named(FACTORY.createService(), name);
  }

  /** A proposed flow without services from a client end to a server end. */
  public static Flow flow(Endpoint source, Endpoint destination) {
    Flow flow = identified(FACTORY.createFlow());
    flow.setSource(source);
    flow.setDestination(destination);
    return flow;
  }

  public static Tripwire tripwire(String name) {
    return named(FACTORY.createTripwire(), name);
  }

  public static Strategy strategy(StrategyKind kind) {
    Strategy strategy = identified(FACTORY.createStrategy());
    strategy.setKind(kind);
    return strategy;
  }

  public static EnforcementPoint enforcementPoint(String name, EnforcementKind kind) {
    EnforcementPoint point = named(FACTORY.createEnforcementPoint(), name);
    point.setKind(kind);
    return point;
  }

  public static Link link(String name) {
    return named(FACTORY.createLink(), name);
  }

  /**
   * A finding that is accepted.
   *
   * @param rule identifier of the validation rule
   * @param elements ids of the elements that the finding names
   */
  public static AcceptedFinding acceptedFinding(String rule, List<String> elements) {
    AcceptedFinding accepted = identified(FACTORY.createAcceptedFinding());
    accepted.setRule(rule);
    accepted.setElements(elements);
    return accepted;
  }

  public static Diagram diagram(String name) {
    return named(FACTORY.createDiagram(), name);
  }

  /** A node that shows an endpoint or an enforcement point; {@code null} makes a note. */
  public static DiagramNode node(NamedElement element) {
    DiagramNode node = identified(FACTORY.createDiagramNode());
    node.setElement(element);
    return node;
  }

  public static DiagramConnection connection(Flow flow) {
    DiagramConnection connection = identified(FACTORY.createDiagramConnection());
    connection.setFlow(flow);
    return connection;
  }

  public static Bendpoint bendpoint(int x, int y) {
    Bendpoint bendpoint = FACTORY.createBendpoint();
    bendpoint.setX(x);
    bendpoint.setY(y);
    return bendpoint;
  }

  public static Label label(String key, String value) {
    Label label = FACTORY.createLabel();
    label.setKey(key);
    label.setValue(value);
    return label;
  }

  private static <T extends NamedElement> T named(T element, String name) {
    element.setName(name);
    return identified(element);
  }

  private static <T extends Element> T identified(T element) {
    element.setId(UUID.randomUUID().toString());
    return element;
  }
}
