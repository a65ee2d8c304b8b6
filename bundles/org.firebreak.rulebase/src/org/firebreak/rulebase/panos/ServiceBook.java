package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;

/** What the services and applications in the rules of a chain of scopes stand for. */
final class ServiceBook {
  private static final List<String> ANY = List.of("any");

  private final List<Scope> chain;
  private final Applications applications;
  private final Map<List<String>, Intervals> known = new HashMap<>();

  ServiceBook(List<Scope> chain) {
    this.chain = chain;
    this.applications = new Applications(chain);
  }

  /**
   * What a rule matches. An application beside services narrows them; it is read as the services
   * alone, and only where the rule permits.
   *
   * @param permits whether the rule permits what it matches
   * @throws IllegalArgumentException if it cannot be told by protocol and port
   */
  Intervals of(List<String> applicationNames, List<String> serviceNames, boolean permits) {
    boolean byDefault = serviceNames.equals(List.of("application-default"));
    if (applicationNames.equals(ANY)) {
      if (byDefault) {
        throw new IllegalArgumentException("any application on its default ports is no port list");
      }
      return services(serviceNames);
    }
    List<Intervals> protocols = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String application : applications.single(applicationNames)) {
      Intervals protocol = applications.protocol(application);
      if (protocol == null) {
        others.add(application);
      } else {
        protocols.add(protocol);
      }
    }
    if (!others.isEmpty() && !permits) {
      throw new IllegalArgumentException(
          "denies the application " + others.get(0) + ", which cannot be told by port");
    }
    if (byDefault || serviceNames.equals(ANY)) {
      for (String application : others) {
        if (!byDefault) {
          throw new IllegalArgumentException(
              "the application " + application + " on any port cannot be told by port");
        }
        protocols.add(applications.defaultPorts(application));
      }
      return Intervals.union(protocols);
    }
    if (!protocols.isEmpty()) {
      throw new IllegalArgumentException("an application without ports stands beside services");
    }
    return services(serviceNames);
  }

  private Intervals services(List<String> names) {
    Intervals services = known.get(names);
    if (services == null) {
      if (names.contains("application-default")) {
        throw new IllegalArgumentException("application-default stands beside services");
      }
      services = names.contains("any") ? ServiceLine.ANY : Intervals.union(each(names));
      known.put(List.copyOf(names), services);
    }
    return services;
  }

  private List<Intervals> each(List<String> names) {
    List<Intervals> all = new ArrayList<>();
    Set<String> groups = new HashSet<>();
    List<String> left = new ArrayList<>(names);
    while (!left.isEmpty()) {
      String name = left.remove(left.size() - 1);
      Entry group = group(name);
      if (group != null) {
        if (groups.add(name)) {
          if (group.unknown() != null) {
            throw new IllegalArgumentException("the service group " + name + " is not understood");
          }
          left.addAll(group.all("members"));
        }
        continue;
      }
      all.add(service(name));
    }
    return all;
  }

  /** A group, unless a nearer scope has a service of that name. */
  private Entry group(String name) {
    for (Scope scope : chain) {
      Entry group = scope.entries(Kind.SERVICE_GROUP).get(name);
      if (group != null || scope.entries(Kind.SERVICE).containsKey(name)) {
        return group;
      }
    }
    return null;
  }

  private Entry find(Kind kind, String name) {
    for (Scope scope : chain) {
      Entry entry = scope.entries(kind).get(name);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private Intervals service(String name) {
    Entry entry = find(Kind.SERVICE, name);
    if (entry == null) {
      return switch (name) {
        case "service-http" -> ports(IpProtocols.TCP, "80,8080");
        case "service-https" -> ports(IpProtocols.TCP, "443");
        default -> throw new IllegalArgumentException("the service " + name + " is not defined");
      };
    }
    List<Intervals> found = new ArrayList<>();
    if (entry.unknown() == null) {
      Map<String, Integer> protocols =
          Map.of("tcp", IpProtocols.TCP, "udp", IpProtocols.UDP, "sctp", IpProtocols.SCTP);
      protocols.forEach(
          (protocol, number) -> {
            String port = entry.one("protocol " + protocol + " port", "");
            if (!port.isEmpty() && isAll(entry.one("protocol " + protocol + " source-port", ""))) {
              found.add(ports(number, port));
            }
          });
    }
    if (found.size() != 1) {
      throw new IllegalArgumentException("the service " + name + " is not one list of ports");
    }
    return found.get(0);
  }

  private static boolean isAll(String ports) {
    return ports.isEmpty() || PortSet.parse(ports).containsAll(PortSet.parse("1-65535"));
  }

  private static Intervals ports(int protocol, String text) {
    List<Intervals> parts = new ArrayList<>();
    for (PortRange range : PortSet.parse(text).ranges()) {
      parts.add(ServiceLine.of(protocol, range));
    }
    return Intervals.union(parts);
  }
}
