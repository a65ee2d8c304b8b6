package org.firebreak.exports.nftables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/** Services as match expressions. */
final class ServiceExpressions {
  private ServiceExpressions() {}

  /**
   * The fewest expressions that together match the services; one empty expression for every
   * service.
   */
  static List<String> of(List<PolicyService> services, NamedSets sets) {
    if (services.isEmpty()) {
      return List.of("");
    }
    Map<Protocol, PortSet> ports = new EnumMap<>(Protocol.class);
    Set<String> others = new LinkedHashSet<>();
    for (PolicyService service : services) {
      ServiceMatch match = service.match();
      switch (match.protocol()) {
        case ANY -> {
          return List.of("");
        }
        case TCP, UDP, SCTP -> ports.merge(match.protocol(), match.ports(), PortSet::union);
        case ICMP -> others.add(icmp("icmp", "icmp", match));
        case ICMPV6 -> others.add(icmp("icmpv6", "ipv6-icmp", match));
        case ESP -> others.add("meta l4proto esp");
        case GRE -> others.add("meta l4proto gre");
      }
    }
    List<String> expressions = new ArrayList<>();
    ports.forEach(
        (protocol, set) -> {
          String name = protocol.getLiteral();
          expressions.add(
              set.isAll() ? "meta l4proto " + name : name + " dport " + sets.ports(set));
        });
    expressions.addAll(others);
    return expressions;
  }

  private static String icmp(String header, String protocol, ServiceMatch match) {
    if (match.icmpType() < 0 && match.icmpCode() < 0) {
      return "meta l4proto " + protocol;
    }
    String type = match.icmpType() < 0 ? "" : header + " type " + match.icmpType();
    String code = match.icmpCode() < 0 ? "" : header + " code " + match.icmpCode();
    return type.isEmpty() || code.isEmpty() ? type + code : type + " " + code;
  }
}
