package org.firebreak.core.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/** Asks the policy for every ordered pair of servers, and searches the graph hop by hop. */
public final class NaiveReach {
  /** Of no service in particular: only what is open for all permits it. */
  private static final int UNUSED_PROTOCOL = 253;

  private record Probe(int protocol, int port, int type, int code) {}

  private final CompiledPolicy policy;
  private final List<Probe> probes = new ArrayList<>();
  private final boolean[][] direct;

  /** Asks for all pairs. */
  public NaiveReach(CompiledPolicy policy) {
    this.policy = policy;
    probes.add(new Probe(UNUSED_PROTOCOL, 0, 0, 0));
    for (PolicyFlow flow : policy.flows()) {
      for (PolicyService service : flow.services()) {
        if (!service.match().isAny()) {
          probes.add(probe(service.match()));
        }
      }
    }
    int servers = policy.servers().size();
    direct = new boolean[servers][servers];
    for (PolicyServer from : policy.servers()) {
      for (PolicyServer to : policy.servers()) {
        direct[from.index()][to.index()] = from != to && connects(from, to);
      }
    }
  }

  private static Probe probe(ServiceMatch match) {
    return new Probe(
        IpProtocols.number(match.protocol()),
        match.ports().ranges().get(0).first(),
        Math.max(0, match.icmpType()),
        Math.max(0, match.icmpCode()));
  }

  private boolean connects(PolicyServer from, PolicyServer to) {
    for (RoutingDomain domain : policy.domains()) {
      for (Address source : from.addresses()) {
        for (Address destination : to.addresses()) {
          if (source.v6() == destination.v6()
              && isOwn(domain, source, from)
              && isOwn(domain, destination, to)
              && permits(domain, source, destination)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isOwn(RoutingDomain domain, Address address, PolicyServer server) {
    return policy.serverAt(domain, address).filter(server::equals).isPresent();
  }

  private boolean permits(RoutingDomain domain, Address source, Address destination) {
    int foreign = IpProtocols.number(source.v6() ? Protocol.ICMP : Protocol.ICMPV6);
    return probes.stream()
        .filter(probe -> probe.protocol() != foreign)
        .anyMatch(
            probe ->
                policy
                    .decide(
                        new Connection(
                            domain,
                            source,
                            destination,
                            probe.protocol(),
                            probe.port(),
                            probe.type(),
                            probe.code()))
                    .permits());
  }

  /** Whether one server can open a connection to another. */
  public boolean connects(int from, int to) {
    return direct[from][to];
  }

  /** How many other servers a server can connect to. */
  public int direct(int from) {
    int count = 0;
    for (boolean each : direct[from]) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /** Hops to each server; -1 if it is not reached, 0 for the start. */
  public int[] hops(int start) {
    int[] hops = new int[direct.length];
    Arrays.fill(hops, -1);
    hops[start] = 0;
    Deque<Integer> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      int from = queue.remove();
      for (int to = 0; to < direct.length; to++) {
        if (direct[from][to] && hops[to] < 0) {
          hops[to] = hops[from] + 1;
          queue.add(to);
        }
      }
    }
    return hops;
  }

  /** How many other servers are reached over any number of hops. */
  public int multiHop(int start) {
    return (int) Arrays.stream(hops(start)).filter(each -> each > 0).count();
  }
}
