package org.firebreak.scene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;

/** How services are written on lines and in their tooltips. */
final class ServiceTexts {
  private static final int SHORT = 16;
  private static final int LONG = 22;

  private ServiceTexts() {}

  /** Text of the pill: the first services, and how many more there are. */
  static String label(List<Flow> flows, LabelContents contents) {
    if (contents == LabelContents.NONE) {
      return "";
    }
    Set<String> services = new LinkedHashSet<>();
    flows.forEach(flow -> services.addAll(all(flow, contents)));
    List<String> names = services.stream().map(ServiceTexts::shortened).toList();
    String first = names.get(0);
    if (names.size() == 1) {
      return first;
    }
    String both = first + ", " + names.get(1);
    if (both.length() > SHORT) {
      return first + " +" + (names.size() - 1);
    }
    return names.size() == 2 ? both : both + " +" + (names.size() - 2);
  }

  /** A long list of ports does not make a long pill; the tooltip has all of them. */
  private static String shortened(String name) {
    return name.length() <= LONG ? name : name.substring(0, LONG - 1).stripTrailing() + "…";
  }

  /** A line of the tooltip. */
  static String hint(Flow flow) {
    String route = Texts.name(flow.getSource()) + " → " + Texts.name(flow.getDestination());
    return route
        + ": "
        + String.join(", ", all(flow, LabelContents.SERVICE_AND_PORTS))
        + " ("
        + flow.getState().getLiteral()
        + ")";
  }

  /** All services of a flow; {@code any} if it names none. */
  private static List<String> all(Flow flow, LabelContents contents) {
    List<String> names = new ArrayList<>();
    flow.getServices().forEach(service -> names.add(text(service, contents)));
    return names.isEmpty() ? List.of("any") : names;
  }

  private static String text(Service service, LabelContents contents) {
    String name = service.getName() == null ? "" : service.getName().strip();
    String ports = ports(service);
    return switch (contents) {
      case PORTS -> ports;
      case SERVICE_AND_PORTS -> both(name, ports);
      default -> name.isEmpty() ? ports : name;
    };
  }

  /** Without saying the same twice, and without a protocol that stands alone. */
  private static String both(String name, String ports) {
    if (name.isEmpty() || name.equalsIgnoreCase(ports)) {
      return ports;
    }
    return ports.contains("/") ? name + " " + ports : name;
  }

  private static String ports(Service service) {
    String protocol = service.getProtocol().getLiteral();
    if (service.getIcmpType() != null) {
      return protocol + "/" + service.getIcmpType();
    }
    String ports = service.getPorts();
    return ports == null || ports.isBlank() ? protocol : protocol + "/" + ports.strip();
  }
}
