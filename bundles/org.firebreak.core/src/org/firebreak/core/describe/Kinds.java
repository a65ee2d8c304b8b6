package org.firebreak.core.describe;

import static org.firebreak.model.FirebreakPackage.Literals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.Server;

/** Name and icon of each class of the model. */
record Kinds(String singular, String plural, String icon) {
  private static final Map<EClass, Kinds> ALL = new LinkedHashMap<>();

  static {
    put(Literals.DESIGN, "Design", "Designs", "design");
    put(Literals.TENANT, "Tenant", "Tenants", "tenant");
    put(Literals.ZONE, "Zone", "Zones", "zone");
    put(Literals.SERVER_GROUP, "Server group", "Server groups", "group");
    put(Literals.SERVER, "Server", "Servers", "server");
    put(Literals.EXTERNAL_NETWORK, "External network", "External networks", "external-network");
    put(Literals.SERVICE, "Service", "Services", "service");
    put(Literals.FLOW, "Flow", "Flows", "flow");
    put(Literals.TRIPWIRE, "Tripwire", "Tripwires", "tripwire");
    put(Literals.STRATEGY, "Strategy", "Strategies", "strategy");
    put(Literals.ENFORCEMENT_POINT, "Enforcement point", "Enforcement points", "enforcement");
    put(Literals.LINK, "Link", "Links", "link");
    put(Literals.ACCEPTED_FINDING, "Accepted finding", "Accepted findings", "accepted");
    put(Literals.DIAGRAM, "Diagram", "Diagrams", "diagram");
    put(Literals.DIAGRAM_NODE, "Node", "Nodes", "note");
    put(Literals.DIAGRAM_CONNECTION, "Connection", "Connections", "flow");
    put(Literals.PARAMETER_SETTING, "Sizing parameter", "Sizing parameters", "label");
    put(Literals.FIGURE_SOURCE, "Source of a figure", "Sources of figures", "label");
    put(Literals.LABEL, "Label", "Labels", "label");
    put(Literals.BENDPOINT, "Bend point", "Bend points", "flow");
  }

  private static void put(EClass type, String singular, String plural, String icon) {
    ALL.put(type, new Kinds(singular, plural, icon));
  }

  /** The description of a class that is not abstract. */
  static Kinds of(EClass type) {
    Kinds kind = ALL.get(type);
    if (kind == null) {
      throw new IllegalArgumentException("not a class that a design is made of: " + type.getName());
    }
    return kind;
  }

  static String icon(EObject object) {
    return switch (object) {
      case Server server ->
          switch (server.getKind()) {
            case VIRTUAL_MACHINE -> "server";
            case BARE_METAL -> "server-bare-metal";
            case CONTAINER_HOST -> "server-container";
          };
      case EnforcementPoint point ->
          point.getKind() == EnforcementKind.HOST ? "enforcement-host" : "enforcement";
      default -> of(object.eClass()).icon();
    };
  }

  static List<String> icons() {
    TreeSet<String> icons = new TreeSet<>();
    ALL.values().forEach(kind -> icons.add(kind.icon()));
    icons.addAll(List.of("server-bare-metal", "server-container", "enforcement-host"));
    return List.copyOf(icons);
  }
}
