package org.firebreak.model.library;

import java.util.ArrayList;
import java.util.List;

/**
 * A port range as the library writes it. Core has the full port algebra; the model must not know
 * it.
 *
 * @param first lowest port
 * @param last highest port
 */
record ServicePorts(int first, int last) {

  static final int HIGHEST = 65535;

  ServicePorts {
    if (first < 1 || last > HIGHEST || first > last) {
      throw new IllegalArgumentException("not a port range: " + first + "-" + last);
    }
  }

  boolean contains(int port) {
    return first <= port && port <= last;
  }

  static List<ServicePorts> parse(String ports) {
    List<ServicePorts> ranges = new ArrayList<>();
    if (ports.isEmpty()) {
      return ranges;
    }
    for (String part : ports.split(",", -1)) {
      int dash = part.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
      int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
      ranges.add(new ServicePorts(first, last));
    }
    return ranges;
  }

  static int count(String ports) {
    return parse(ports).stream().mapToInt(range -> range.last() - range.first() + 1).sum();
  }
}
