package org.firebreak.core.validation.rules.redundancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;

/**
 * Everything that the services of a flow cover together. ICMP types and codes are held as numbers
 * type × 256 + code, so that one algebra does for both.
 *
 * @param any whether every protocol is covered; {@code ports} is empty then
 * @param ports covered destination ports by IP protocol number; protocols without ports have all
 */
record ServiceSet(boolean any, Map<Integer, PortSet> ports) {
  private static final int CODES = 256;

  static ServiceSet of(List<PolicyService> services) {
    Map<Integer, List<PortRange>> ranges = new TreeMap<>();
    for (PolicyService service : services) {
      ServiceMatch match = service.match();
      if (match.isAny()) {
        return new ServiceSet(true, Map.of());
      }
      int protocol = IpProtocols.number(match.protocol());
      ranges.computeIfAbsent(protocol, key -> new ArrayList<>()).addAll(ranges(protocol, match));
    }
    Map<Integer, PortSet> ports = new TreeMap<>();
    ranges.forEach((protocol, list) -> ports.put(protocol, PortSet.of(list)));
    return new ServiceSet(false, ports);
  }

  private static List<PortRange> ranges(int protocol, ServiceMatch match) {
    if (!IpProtocols.isIcmp(protocol)) {
      return match.ports().ranges();
    }
    if (match.icmpType() < 0 && match.icmpCode() < 0) {
      return List.of(PortRange.ALL);
    }
    if (match.icmpCode() < 0) {
      int first = match.icmpType() * CODES;
      return List.of(PortRange.of(first, first + CODES - 1));
    }
    if (match.icmpType() >= 0) {
      return List.of(PortRange.of(match.icmpType() * CODES + match.icmpCode()));
    }
    List<PortRange> everyType = new ArrayList<>(CODES);
    for (int type = 0; type < CODES; type++) {
      everyType.add(PortRange.of(type * CODES + match.icmpCode()));
    }
    return everyType;
  }

  boolean isEmpty() {
    return !any && ports.isEmpty();
  }

  /** Whether every connection that the other covers is covered by this set. */
  boolean containsAll(ServiceSet other) {
    if (any || other.any) {
      return any;
    }
    for (Map.Entry<Integer, PortSet> entry : other.ports.entrySet()) {
      PortSet mine = ports.get(entry.getKey());
      if (mine == null || !mine.containsAll(entry.getValue())) {
        return false;
      }
    }
    return true;
  }
}
