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
  static String label(List<Flow> flows) {
    Set<String> services = new LinkedHashSet<>();
    flows.forEach(flow -> services.addAll(all(flow)));
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
    return route + ": " + String.join(", ", all(flow)) + " (" + flow.getState().getLiteral() + ")";
  }

  /** All services of a flow; {@code any} if it names none. */
  private static List<String> all(Flow flow) {
    List<String> names = new ArrayList<>();
    flow.getServices().forEach(service -> names.add(name(service)));
    return names.isEmpty() ? List.of("any") : names;
  }

  static String name(Service service) {
    if (service.getName() != null && !service.getName().isBlank()) {
      return service.getName().strip();
    }
    String protocol = service.getProtocol().getLiteral();
    if (service.getIcmpType() != null) {
      return protocol + "/" + service.getIcmpType();
    }
    String ports = service.getPorts();
    return ports == null || ports.isBlank() ? protocol : protocol + "/" + ports.strip();
  }
}
