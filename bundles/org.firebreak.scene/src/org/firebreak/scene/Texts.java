package org.firebreak.scene;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.Container;
import org.firebreak.model.EnforcementPoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.NamedElement;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.Zone;

/** What boxes say. */
final class Texts {

  private Texts() {}

  static String name(NamedElement element) {
    String name = element.getName();
    return name == null || name.isBlank() ? "(unnamed)" : name.strip();
  }

  static String secondary(NamedElement element) {
    return switch (element) {
      case Zone zone -> members(zone);
      case ServerGroup group -> count(group);
      case Server server -> address(server);
      case ExternalNetwork network -> cidrs(network);
      default -> "";
    };
  }

  static String members(Zone zone) {
    return counted(servers(zone), "server");
  }

  static String count(ServerGroup group) {
    return Integer.toString(group.getServers().size());
  }

  static String address(Server server) {
    List<String> addresses = server.getAddresses();
    return addresses == null || addresses.isEmpty() ? "" : addresses.get(0);
  }

  static String cidrs(ExternalNetwork network) {
    List<String> cidrs = network.getCidrs();
    if (cidrs == null || cidrs.isEmpty()) {
      return "";
    }
    if (cidrs.stream().allMatch(cidr -> cidr.endsWith("/0"))) {
      return "any address";
    }
    return cidrs.size() == 1 ? cidrs.get(0) : cidrs.get(0) + " +" + (cidrs.size() - 1);
  }

  static List<String> hint(NamedElement element) {
    List<String> hint = new ArrayList<>();
    hint.add(name(element));
    switch (element) {
      case Zone zone -> {
        hint.add(zone.getTrust().getLiteral() + " zone, " + members(zone));
        addAll(hint, zone.getCidrs());
      }
      case ServerGroup group -> {
        hint.add("server group, " + counted(group.getServers().size(), "server"));
        add(hint, group.getRole());
      }
      case Server server -> {
        hint.add(server.getKind().getLiteral() + ", risk " + server.getRisk().getLiteral());
        addAll(hint, server.getAddresses());
        if (server.isInternetFacing()) {
          hint.add("internet-facing");
        }
        if (server.isQuarantined()) {
          hint.add("quarantined");
        }
      }
      case ExternalNetwork network -> {
        hint.add("external network");
        addAll(hint, network.getCidrs());
      }
      case EnforcementPoint point -> {
        hint.add("enforcement point, " + point.getKind().getLiteral());
        add(hint, point.getModel());
      }
      default -> {
        // Nothing else has more to say than its name and description.
      }
    }
    add(hint, element.getDescription());
    return hint;
  }

  static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static int servers(Container container) {
    int servers = container.getServers().size();
    for (ServerGroup group : container.getGroups()) {
      servers += group.getServers().size();
    }
    for (Zone zone : container.getZones()) {
      servers += servers(zone);
    }
    return servers;
  }

  private static void add(List<String> hint, String text) {
    if (text != null && !text.isBlank()) {
      hint.add(text.strip());
    }
  }

  private static void addAll(List<String> hint, List<String> texts) {
    if (texts != null) {
      texts.stream().limit(8).forEach(hint::add);
      if (texts.size() > 8) {
        hint.add("and " + (texts.size() - 8) + " more");
      }
    }
  }
}
