package org.firebreak.core.policy;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/** Counts the stateless ACL entries that would enforce the same policy. */
final class AclEstimate {
  private static final int DENY_ENTRIES = 2;

  private record PrefixCount(long v4, long v6) {}

  private final EndpointTable table;
  private final AddressTable addresses;
  private final FlowTable flows;
  private final Map<AddressSet, PrefixCount> counts = new IdentityHashMap<>();

  AclEstimate(EndpointTable table, AddressTable addresses, FlowTable flows) {
    this.table = table;
    this.addresses = addresses;
    this.flows = flows;
  }

  long entries() {
    long entries = DENY_ENTRIES;
    for (PolicyFlow flow : flows.flows) {
      if (!isUnfiltered(flow)) {
        for (RoutingDomain domain : table.domains) {
          entries += 2 * entries(flow, domain);
        }
      }
    }
    return entries;
  }

  /** Inside a group without microsegmented members nothing is filtered. */
  private boolean isUnfiltered(PolicyFlow flow) {
    PolicyEndpoint source = flow.source();
    PolicyEndpoint destination = flow.destination();
    if (source.isExternal() || destination.isExternal() || source.from() == source.to()) {
      return source.isExternal() && destination.isExternal();
    }
    PolicyGroup group = table.groups.get(table.servers.get(source.from()).group());
    List<PolicyServer> members = table.servers.subList(group.from(), group.to());
    return within(group, source)
        && within(group, destination)
        && members.stream().noneMatch(PolicyServer::micro);
  }

  private static boolean within(PolicyGroup group, PolicyEndpoint endpoint) {
    return group.from() <= endpoint.from() && endpoint.to() <= group.to();
  }

  private long entries(PolicyFlow flow, RoutingDomain domain) {
    AddressSet source = addresses.in(domain, flow.source());
    AddressSet destination = addresses.in(domain, flow.destination());
    if (!domain.isShared() && isAsInSharedDomain(flow, source, destination)) {
      return 0;
    }
    PrefixCount from = count(source);
    PrefixCount to = count(destination);
    long entries = 0;
    for (PolicyService service : flow.services()) {
      ServiceMatch match = service.match();
      long ranges = match.ports().isAll() ? 1 : match.ports().ranges().size();
      entries += ranges * (v4(match) * from.v4() * to.v4() + v6(match) * from.v6() * to.v6());
    }
    return entries;
  }

  private boolean isAsInSharedDomain(PolicyFlow flow, AddressSet source, AddressSet destination) {
    RoutingDomain shared = table.domains.get(0);
    return source.equals(addresses.in(shared, flow.source()))
        && destination.equals(addresses.in(shared, flow.destination()));
  }

  private static int v4(ServiceMatch match) {
    return match.protocol() == Protocol.ICMPV6 ? 0 : 1;
  }

  private static int v6(ServiceMatch match) {
    return !match.isAny() && IpProtocols.number(match.protocol()) == IpProtocols.ICMP ? 0 : 1;
  }

  private PrefixCount count(AddressSet set) {
    return counts.computeIfAbsent(set, AclEstimate::countPrefixes);
  }

  private static PrefixCount countPrefixes(AddressSet set) {
    long v4 = 0;
    long v6 = 0;
    for (AddressRange range : set.ranges()) {
      long prefixes = range.prefixCount();
      if (range.v6()) {
        v6 += prefixes;
      } else {
        v4 += prefixes;
      }
    }
    return new PrefixCount(v4, v6);
  }
}
