package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/**
 * What a set of services covers together, in a form that is equal whenever the same is covered,
 * however the services are cut.
 */
record Meaning(List<ServiceMatch> matches) {

  static Meaning of(Collection<ServiceMatch> matches) {
    if (matches.stream().anyMatch(ServiceMatch::isAny)) {
      return new Meaning(List.of(ServiceMatch.ANY));
    }
    Map<Protocol, PortSet> ports = new TreeMap<>();
    Set<ServiceMatch> icmp = new LinkedHashSet<>();
    for (ServiceMatch match : matches) {
      if (match.protocol() == Protocol.ICMP || match.protocol() == Protocol.ICMPV6) {
        icmp.add(match);
      } else {
        ports.merge(match.protocol(), match.ports(), PortSet::union);
      }
    }
    List<ServiceMatch> all = new ArrayList<>();
    ports.forEach((protocol, set) -> all.add(ServiceMatch.of(protocol, set)));
    icmp.stream()
        .filter(one -> icmp.stream().noneMatch(o -> !o.equals(one) && o.coversAll(one)))
        .sorted(
            Comparator.comparing(ServiceMatch::protocol)
                .thenComparing(ServiceMatch::icmpType)
                .thenComparing(ServiceMatch::icmpCode))
        .forEach(all::add);
    return new Meaning(List.copyOf(all));
  }
}
