package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.ServiceOverlap;

/**
 * Whether flows permit a watched service between every two servers that could try it, so that its
 * tripwire can never fire. Exact over the union of all flows, port by port; the question is
 * answered with no for the first pair that is not permitted, so that it is nearly always cheap.
 */
final class TripwireCover {
  private record Rectangle(PolicyEndpoint clients, PolicyEndpoint servers) {}

  private final ValidationContext context;
  private final List<PolicyServer> servers;
  private final Map<Integer, BitSet> ends = new HashMap<>();
  private final Map<PolicyService, List<ActiveFlow>> byService = new IdentityHashMap<>();
  private final Map<ServiceMatch, Set<ActiveFlow>> known = new HashMap<>();
  private final Map<Integer, BitSet> domains = new HashMap<>();
  private final BitSet addressed = new BitSet();

  private TripwireCover(ValidationContext context) {
    this.context = context;
    this.servers = context.policy().servers();
    for (ActiveFlow flow : context.activeFlows()) {
      for (PolicyService service : flow.policy().services()) {
        byService.computeIfAbsent(service, each -> new ArrayList<>()).add(flow);
      }
    }
    int domain = -1;
    BitSet members = null;
    for (PolicyServer server : servers) {
      if (!server.addresses().isEmpty()) {
        addressed.set(server.index());
        if (members == null || server.domain().index() != domain) {
          domain = server.domain().index();
          members = domains.computeIfAbsent(domain, each -> new BitSet());
        }
        members.set(server.index());
      }
    }
  }

  static TripwireCover of(ValidationContext context) {
    return context.shared(TripwireCover.class, TripwireCover::new);
  }

  /** The services of flows that have a connection in common with a watched one. */
  List<PolicyService> services(PolicyService watched) {
    List<PolicyService> services = new ArrayList<>();
    for (PolicyService service : byService.keySet()) {
      if (ServiceOverlap.meet(service.match(), watched.match())) {
        services.add(service);
      }
    }
    return services;
  }

  /** The flows that together permit a service between all servers; empty if they do not. */
  Set<ActiveFlow> flowsThatPermitAll(PolicyService watched) {
    return known.computeIfAbsent(watched.match(), match -> permitAll(watched));
  }

  private Set<ActiveFlow> permitAll(PolicyService watched) {
    TreeSet<ActiveFlow> candidates =
        new TreeSet<>(Comparator.comparingInt(flow -> flow.policy().index()));
    services(watched).forEach(service -> candidates.addAll(byService.get(service)));
    Set<ActiveFlow> used = new LinkedHashSet<>();
    if (candidates.isEmpty()) {
      return used;
    }
    for (ServiceMatch part : parts(watched.match(), candidates)) {
      List<Rectangle> rectangles = new ArrayList<>();
      for (ActiveFlow flow : candidates) {
        if (flow.policy().services().stream()
            .anyMatch(service -> service.match().coversAll(part))) {
          used.add(flow);
          rectangles.add(new Rectangle(flow.policy().source(), flow.policy().destination()));
        }
      }
      if (!coverAll(rectangles)) {
        return Set.of();
      }
    }
    return used;
  }

  /** Cuts the watched ports where a flow begins or ends to permit some of them. */
  private static List<ServiceMatch> parts(ServiceMatch watched, Set<ActiveFlow> candidates) {
    if (watched.ports().isAll() || watched.ports().size() == 1) {
      return List.of(watched);
    }
    Set<Integer> cuts = new TreeSet<>();
    for (ActiveFlow flow : candidates) {
      for (PolicyService service : flow.policy().services()) {
        for (PortRange range : service.match().ports().ranges()) {
          cuts.add(range.first());
          cuts.add(range.last() + 1);
        }
      }
    }
    List<ServiceMatch> parts = new ArrayList<>();
    for (PortRange range : watched.ports().ranges()) {
      int from = range.first();
      for (int cut : cuts) {
        if (from < cut && cut <= range.last()) {
          parts.add(part(watched, from, cut - 1));
          from = cut;
        }
      }
      parts.add(part(watched, from, range.last()));
    }
    return parts;
  }

  private static ServiceMatch part(ServiceMatch watched, int first, int last) {
    return ServiceMatch.of(watched.protocol(), PortSet.of(List.of(PortRange.of(first, last))));
  }

  /** Whether an end covers all addresses of a server. */
  private static boolean covers(PolicyEndpoint end, PolicyServer server) {
    if (!end.isExternal()) {
      return end.holds(server.index());
    }
    for (Address address : server.addresses()) {
      if (!end.network().contains(address)) {
        return false;
      }
    }
    return true;
  }

  /** The servers all of whose addresses an end covers. */
  private BitSet servers(PolicyEndpoint end) {
    return ends.computeIfAbsent(
        end.index(),
        index -> {
          BitSet covered = new BitSet();
          if (end.isExternal()) {
            ServerAddresses addresses = context.shared(ServerAddresses.class, ServerAddresses::of);
            addresses.serversIn(end.network()).stream()
                .filter(server -> covers(end, servers.get(server)))
                .forEach(covered::set);
          } else {
            covered.set(end.from(), end.to());
          }
          return covered;
        });
  }

  private boolean coverAll(List<Rectangle> rectangles) {
    boolean any = false;
    BitSet before = null;
    PolicyServer last = null;
    for (int i = addressed.nextSetBit(0); i >= 0; i = addressed.nextSetBit(i + 1)) {
      PolicyServer client = servers.get(i);
      BitSet mine = new BitSet();
      for (int r = 0; r < rectangles.size(); r++) {
        mine.set(r, covers(rectangles.get(r).clients(), client));
      }
      if (last != null && isAlike(last, client) && mine.equals(before)) {
        continue;
      }
      BitSet missing = reachable(client);
      any |= !missing.isEmpty();
      for (int r = mine.nextSetBit(0); r >= 0; r = mine.nextSetBit(r + 1)) {
        missing.andNot(servers(rectangles.get(r).servers()));
      }
      boolean onlyItself = missing.cardinality() == 1 && missing.get(i);
      if (!missing.isEmpty() && !onlyItself) {
        return false;
      }
      last = onlyItself ? null : client;
      before = mine;
    }
    return any;
  }

  private static boolean isAlike(PolicyServer one, PolicyServer other) {
    return one.group() == other.group()
        && one.micro() == other.micro()
        && one.domain().index() == other.domain().index();
  }

  /** The servers that a server can try, and that are not of its own group if that talks freely. */
  private BitSet reachable(PolicyServer client) {
    BitSet reachable = (BitSet) addressed.clone();
    if (!client.domain().isShared()) {
      reachable.clear();
      reachable.or(domains.getOrDefault(client.domain().index(), new BitSet()));
      reachable.or(domains.getOrDefault(0, new BitSet()));
    }
    if (client.micro()) {
      return reachable;
    }
    var group = context.policy().groups().get(client.group());
    for (int i = group.from(); i < group.to(); i++) {
      if (!servers.get(i).micro()) {
        reachable.clear(i);
      }
    }
    return reachable;
  }
}
