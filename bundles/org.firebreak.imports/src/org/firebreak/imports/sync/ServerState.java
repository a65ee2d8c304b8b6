package org.firebreak.imports.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EAttribute;
import org.firebreak.model.Container;
import org.firebreak.model.Design;
import org.firebreak.model.FirebreakPackage.Literals;
import org.firebreak.model.Label;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/**
 * A server at one moment.
 *
 * @param path where it lies
 * @param origin inventory that it came from; {@code null} if drawn by hand
 * @param attributes its other attributes by name, in words; unset ones are missing
 */
public record ServerState(
    String id,
    String name,
    String path,
    String origin,
    List<String> addresses,
    Map<String, String> labels,
    boolean quarantined,
    Map<String, String> attributes) {

  /** All servers of a design by id, in containment order. */
  public static Map<String, ServerState> of(Design design) {
    Map<String, ServerState> states = new LinkedHashMap<>();
    servers(design).forEach(server -> states.put(server.getId(), of(server)));
    return states;
  }

  private static ServerState of(Server server) {
    Map<String, String> labels = new TreeMap<>();
    for (Label label : server.getLabels()) {
      labels.put(String.valueOf(label.getKey()), String.valueOf(label.getValue()));
    }
    Map<String, String> attributes = new TreeMap<>();
    for (EAttribute attribute : server.eClass().getEAllAttributes()) {
      if (server.eIsSet(attribute) && !isShownElsewhere(attribute)) {
        attributes.put(attribute.getName(), String.valueOf(server.eGet(attribute)));
      }
    }
    if (server.getTenant() != null) {
      attributes.put("tenant", server.getTenant().getName());
    }
    return new ServerState(
        server.getId(),
        server.getName(),
        Names.path(server.eContainer()),
        server.getOrigin(),
        List.copyOf(server.getAddresses()),
        labels,
        server.isQuarantined(),
        attributes);
  }

  private static boolean isShownElsewhere(EAttribute attribute) {
    return attribute == Literals.ELEMENT__ID
        || attribute == Literals.NAMED_ELEMENT__ORIGIN
        || attribute == Literals.SERVER__ADDRESSES
        || attribute == Literals.SERVER__QUARANTINED;
  }

  static List<Server> servers(Design design) {
    List<Server> servers = new ArrayList<>();
    collect(design, servers);
    return servers;
  }

  private static void collect(Container container, List<Server> servers) {
    servers.addAll(container.getServers());
    for (ServerGroup group : container.getGroups()) {
      servers.addAll(group.getServers());
    }
    for (Zone zone : container.getZones()) {
      collect(zone, servers);
    }
  }
}
