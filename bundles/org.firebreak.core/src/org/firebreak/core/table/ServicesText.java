package org.firebreak.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.core.service.ServiceEntry;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Design;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;

/**
 * Services in a cell: as {@link ServiceEntry} reads and writes them, where none is {@code any}. A
 * service that the design lacks is added with the cell's change.
 */
public final class ServicesText {
  private static final String ANY = "any";

  private ServicesText() {}

  /** Names of services, or {@code any}. */
  static String of(List<Service> services, Design design) {
    return services.isEmpty() ? ANY : new ServiceEntry(design).format(services);
  }

  /** Protocols and ports of services, or {@code any}. */
  public static String ports(List<Service> services) {
    return services.isEmpty()
        ? ANY
        : services.stream().map(ServicesText::ports).distinct().collect(Collectors.joining(", "));
  }

  private static String ports(Service service) {
    try {
      return ServiceMatch.of(service).toString();
    } catch (IllegalArgumentException e) {
      // Not valid, which a rule reports: shown as it is written.
      return service.getProtocol().getLiteral() + "/" + service.getPorts();
    }
  }

  /**
   * Refuses what names no services.
   *
   * @throws IllegalArgumentException the message names the mend
   */
  public static void check(String text, Design design) {
    read(text, design);
  }

  /**
   * Sets the services of a flow. Call it inside a model edit.
   *
   * @throws IllegalArgumentException if the text names no services; the message names the mend
   */
  public static void set(Flow flow, String text, Design design) {
    List<Service> wanted = new ArrayList<>(read(text, design));
    for (Service service : wanted) {
      if (service.eContainer() == null) {
        design.getServices().add(service);
      }
    }
    if (!flow.getServices().equals(wanted)) {
      flow.getServices().clear();
      flow.getServices().addAll(wanted);
    }
  }

  private static List<Service> read(String text, Design design) {
    boolean any = text.isBlank() || text.strip().equalsIgnoreCase(ANY);
    return any ? List.of() : new ServiceEntry(design).parse(text);
  }
}
