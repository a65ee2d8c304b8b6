package org.firebreak.core.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/**
 * What the endpoints of a design are called in cells: by name, with the container where a name
 * occurs twice; and back again. A server is also known by its addresses.
 */
final class EndpointNames {
  private final Map<String, List<Endpoint>> byName = new HashMap<>();
  private final Map<String, List<Endpoint>> byAddress = new HashMap<>();

  EndpointNames(Design design) {
    addAll(design);
    design.getExternalNetworks().forEach(this::add);
  }

  private void addAll(Container container) {
    for (Zone zone : container.getZones()) {
      add(zone);
      addAll(zone);
    }
    for (ServerGroup group : container.getGroups()) {
      add(group);
      group.getServers().forEach(this::add);
    }
    container.getServers().forEach(this::add);
  }

  private void add(Endpoint endpoint) {
    put(byName, ModelDescriptions.label(endpoint), endpoint);
    if (endpoint instanceof Server server) {
      server.getAddresses().forEach(address -> put(byAddress, address, endpoint));
    }
  }

  private static void put(Map<String, List<Endpoint>> map, String name, Endpoint endpoint) {
    List<Endpoint> found = map.putIfAbsent(key(name), List.of(endpoint));
    if (found != null) {
      List<Endpoint> all = new ArrayList<>(found);
      all.add(endpoint);
      map.put(key(name), all);
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * {@code web1}; {@code web (group)} if a zone is called so too, and {@code web1 (dmz)} if another
   * server is; empty for none.
   */
  String label(Endpoint endpoint) {
    if (endpoint == null) {
      return "";
    }
    String name = ModelDescriptions.label(endpoint);
    List<Endpoint> same = byName.getOrDefault(key(name), List.of());
    if (same.size() < 2) {
      return name;
    }
    long alike = same.stream().filter(each -> each.eClass() == endpoint.eClass()).count();
    return name + " (" + (alike == 1 ? kind(endpoint) : place(endpoint)) + ")";
  }

  private static String kind(Endpoint endpoint) {
    return switch (endpoint) {
      case ServerGroup group -> "group";
      case ExternalNetwork network -> "network";
      default -> ModelDescriptions.kind(endpoint.eClass()).toLowerCase(Locale.ROOT);
    };
  }

  private static String place(Endpoint endpoint) {
    return endpoint.eContainer() instanceof Endpoint container
        ? ModelDescriptions.label(container)
        : "no zone";
  }

  /**
   * The endpoint of that label, name or address.
   *
   * @throws IllegalArgumentException if there is none, or several
   */
  Endpoint find(String text) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("A flow needs both ends");
    }
    List<Endpoint> found = byName.getOrDefault(key(wanted), List.of());
    if (found.isEmpty() && wanted.endsWith(")") && wanted.lastIndexOf(" (") > 0) {
      String name = wanted.substring(0, wanted.lastIndexOf(" ("));
      found =
          byName.getOrDefault(key(name), List.of()).stream()
              .filter(each -> label(each).equalsIgnoreCase(wanted))
              .toList();
    }
    if (found.isEmpty()) {
      found = byAddress.getOrDefault(key(wanted), List.of());
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("No zone, group, server or network is called " + wanted);
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          wanted + " stands for several: " + label(found.get(0)) + ", " + label(found.get(1)));
    }
    return found.get(0);
  }

  /** All labels in alphabetical order. */
  List<String> labels() {
    TreeSet<String> labels = new TreeSet<>(NaturalOrder.TEXT);
    byName.values().forEach(same -> same.forEach(each -> labels.add(label(each))));
    return List.copyOf(labels);
  }
}
