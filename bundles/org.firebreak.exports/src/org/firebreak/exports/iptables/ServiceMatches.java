package org.firebreak.exports.iptables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/** Services as match expressions. */
final class ServiceMatches {
  /** Places in a multiport match; a range takes two. */
  private static final int MULTIPORT = 15;

  /** In a match of ICMP for IPv4 this type means every type. */
  private static final int ANY_ICMP = 255;

  private ServiceMatches() {}

  /** The fewest matches that together cover the services; an empty one for every service. */
  static List<String> of(List<PolicyService> services, Family family) {
    if (services.isEmpty() || services.stream().anyMatch(service -> service.match().isAny())) {
      return List.of("");
    }
    List<String> matches = new ArrayList<>();
    ports(services).forEach((protocol, ports) -> add(matches, protocol, ports));
    Set<String> others = new LinkedHashSet<>();
    for (PolicyService service : services) {
      String other = other(service.match(), family);
      if (!other.isEmpty()) {
        others.add(other);
      }
    }
    matches.addAll(others);
    return matches;
  }

  /** The ports by protocol, of those services that have ports. */
  static Map<Protocol, PortSet> ports(List<PolicyService> services) {
    Map<Protocol, PortSet> ports = new EnumMap<>(Protocol.class);
    for (PolicyService service : services) {
      ServiceMatch match = service.match();
      if (hasPorts(match)) {
        ports.merge(match.protocol(), match.ports(), PortSet::union);
      }
    }
    return ports;
  }

  static boolean hasPorts(ServiceMatch match) {
    return match.protocol() == Protocol.TCP
        || match.protocol() == Protocol.UDP
        || match.protocol() == Protocol.SCTP;
  }

  /** Whether no match can say what the service covers. */
  static boolean isInexpressible(ServiceMatch match) {
    return match.icmpType() < 0 && match.icmpCode() >= 0
        || match.protocol() == Protocol.ICMP && match.icmpType() == ANY_ICMP;
  }

  private static void add(List<String> matches, Protocol protocol, PortSet ports) {
    String name = "-p " + protocol.getLiteral();
    if (ports.isAll()) {
      matches.add(name);
      return;
    }
    if (ports.ranges().size() == 1) {
      matches.add(name + " --dport " + text(ports.ranges().get(0)));
      return;
    }
    List<PortRange> chunk = new ArrayList<>();
    int places = 0;
    for (PortRange range : ports.ranges()) {
      int size = range.size() == 1 ? 1 : 2;
      if (places + size > MULTIPORT) {
        matches.add(multiport(name, chunk));
        chunk.clear();
        places = 0;
      }
      chunk.add(range);
      places += size;
    }
    matches.add(multiport(name, chunk));
  }

  private static String multiport(String protocol, List<PortRange> chunk) {
    return protocol
        + " -m multiport --dports "
        + chunk.stream().map(ServiceMatches::text).collect(Collectors.joining(","));
  }

  private static String text(PortRange range) {
    return range.size() == 1 ? "" + range.first() : range.first() + ":" + range.last();
  }

  private static String other(ServiceMatch match, Family family) {
    if (isInexpressible(match)) {
      return "";
    }
    return switch (match.protocol()) {
      case ICMP -> family == Family.V4 ? icmp(match, "icmp", "--icmp-type") : "";
      case ICMPV6 -> family == Family.V6 ? icmp(match, "icmpv6", "--icmpv6-type") : "";
      case ESP -> "-p 50";
      case GRE -> "-p 47";
      case TCP, UDP, SCTP, ANY -> "";
    };
  }

  private static String icmp(ServiceMatch match, String protocol, String option) {
    String text = "-p " + protocol;
    if (match.icmpType() >= 0) {
      text += " " + option + " " + match.icmpType();
      text += match.icmpCode() >= 0 ? "/" + match.icmpCode() : "";
    }
    return text;
  }
}
