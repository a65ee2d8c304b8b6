package org.firebreak.core.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/**
 * Who can open a connection to whom, as classes of servers joined by gates: a class enters the
 * gates of which it is a source, a gate leads by its links to sets of classes.
 *
 * <pre>
 * class ─► gate (a source in a routing domain and address family) ─ link ─► targets ─► class
 * </pre>
 */
final class ReachGraph {
  /** From a gate to a set of targets, and why. */
  record Link(int targets, Way way) {}

  private final CompiledPolicy policy;
  private final Map<List<Integer>, Integer> gateOf = new HashMap<>();
  private final Map<List<Integer>, Integer> targetsOf = new HashMap<>();
  private final Map<Integer, BitSet> tenantsOf = new HashMap<>();

  final ServerClasses classes;

  /** Classes that enter each gate, and where it leads. */
  final List<int[]> gates = new ArrayList<>();

  final List<List<Link>> links = new ArrayList<>();

  /** Classes in each set of targets. */
  final List<int[]> targets = new ArrayList<>();

  /** Gates of each class, ascending. */
  final int[][] gatesOf;

  /** The gates that close when a group is microsegmented as the change says. */
  final Map<Integer, BitSet> closing = new HashMap<>();

  /**
   * The graph of a policy.
   *
   * @param change servers that a change would microsegment in addition; the gates of their groups
   *     are among {@link #closing}
   */
  ReachGraph(CompiledPolicy policy, BitSet change) {
    this.policy = policy;
    classes = new ServerClasses(policy, change);
    for (PolicyGroup group : policy.groups()) {
      if (group.size() > 1) {
        addGroup(group);
      }
    }
    for (PolicyFlow flow : policy.flows()) {
      for (boolean v6 : new boolean[] {false, true}) {
        if (flow.services().stream().anyMatch(service -> fits(service, v6))) {
          addFlow(flow, v6);
        }
      }
    }
    addResponders();
    gatesOf = gatesOfClasses();
  }

  private static boolean fits(PolicyService service, boolean v6) {
    ServiceMatch match = service.match();
    return match.protocol() != (v6 ? Protocol.ICMP : Protocol.ICMPV6);
  }

  private void addGroup(PolicyGroup group) {
    int[] members = classes.distinct(group.from(), group.to());
    Way way = new Way.InGroup(group.ref());
    boolean changes =
        Arrays.stream(members).anyMatch(c -> classes.isFree(c) && !classes.staysFree(c));
    for (RoutingDomain domain : domains(tenants(members))) {
      for (boolean v6 : new boolean[] {false, true}) {
        addFreedom(filter(members, domain, v6, null, classes::isFree), way, group, changes);
        if (changes) {
          addFreedom(filter(members, domain, v6, null, classes::staysFree), way, group, false);
        }
      }
    }
  }

  private void addFreedom(int[] members, Way way, PolicyGroup group, boolean closes) {
    if (Arrays.stream(members).map(c -> classes.sizes[c]).sum() > 1) {
      gates.add(members);
      links.add(List.of(new Link(targets.size(), way)));
      targets.add(members);
      if (closes) {
        closing.computeIfAbsent(group.index(), index -> new BitSet()).set(gates.size() - 1);
      }
    }
  }

  private void addFlow(PolicyFlow flow, boolean v6) {
    BitSet tenants = (BitSet) tenants(flow.source()).clone();
    tenants.or(tenants(flow.destination()));
    Way way = new Way.ByFlow(flow.ref(), flow.services());
    for (RoutingDomain domain : domains(tenants)) {
      int from = gate(flow.source(), domain, v6);
      int to = from < 0 ? -1 : targets(flow.destination(), domain, v6);
      if (to >= 0) {
        link(from, to, way);
      }
    }
  }

  private void addResponders() {
    int[] quarantined =
        IntStream.range(0, classes.count()).filter(classes::isQuarantined).toArray();
    if (quarantined.length == 0) {
      return;
    }
    for (RoutingDomain domain : policy.domains()) {
      for (boolean v6 : new boolean[] {false, true}) {
        int[] there = filter(quarantined, domain, v6, null, classes::isQuarantined);
        if (there.length > 0) {
          targets.add(there);
          for (PolicyEndpoint responder : policy.responders()) {
            int from = gate(responder, domain, v6);
            if (from >= 0) {
              link(from, targets.size() - 1, new Way.AsResponder(responder.ref()));
            }
          }
        }
      }
    }
  }

  private void link(int gate, int to, Way way) {
    // Of several ways between the same two sets the first one explains enough.
    if (links.get(gate).stream().noneMatch(link -> link.targets() == to)) {
      links.get(gate).add(new Link(to, way));
    }
  }

  /** The gate of a source; -1 if nobody would enter it. */
  private int gate(PolicyEndpoint source, RoutingDomain domain, boolean v6) {
    return gateOf.computeIfAbsent(
        List.of(source.index(), domain.index(), v6 ? 1 : 0),
        key -> {
          int[] members = inForce(source, domain, v6);
          if (members.length == 0) {
            return -1;
          }
          gates.add(members);
          links.add(new ArrayList<>(1));
          return gates.size() - 1;
        });
  }

  private int targets(PolicyEndpoint destination, RoutingDomain domain, boolean v6) {
    return targetsOf.computeIfAbsent(
        List.of(destination.index(), domain.index(), v6 ? 1 : 0),
        key -> {
          int[] members = inForce(destination, domain, v6);
          if (members.length == 0) {
            return -1;
          }
          targets.add(members);
          return targets.size() - 1;
        });
  }

  private int[] inForce(PolicyEndpoint end, RoutingDomain domain, boolean v6) {
    return filter(classes.in(end), domain, v6, end, c -> !classes.isQuarantined(c));
  }

  private int[] filter(
      int[] some, RoutingDomain domain, boolean v6, PolicyEndpoint end, IntPredicate also) {
    return Arrays.stream(some)
        .filter(c -> also.test(c) && classes.isPresent(c, domain, v6, end))
        .toArray();
  }

  /** The shared domain, in which all shared servers meet, and those of tenants. */
  private List<RoutingDomain> domains(BitSet tenants) {
    List<RoutingDomain> domains = new ArrayList<>();
    domains.add(policy.sharedDomain());
    tenants.stream().mapToObj(policy.domains()::get).forEach(domains::add);
    return domains;
  }

  private BitSet tenants(PolicyEndpoint endpoint) {
    return tenantsOf.computeIfAbsent(endpoint.index(), index -> tenants(classes.in(endpoint)));
  }

  private BitSet tenants(int[] some) {
    BitSet tenants = new BitSet();
    for (int each : some) {
      tenants.set(classes.domain(each));
    }
    tenants.clear(0);
    return tenants;
  }

  private int[][] gatesOfClasses() {
    int[] counts = new int[classes.count()];
    gates.forEach(members -> Arrays.stream(members).forEach(c -> counts[c]++));
    int[][] result = new int[counts.length][];
    Arrays.setAll(result, c -> new int[counts[c]]);
    Arrays.fill(counts, 0);
    for (int gate = 0; gate < gates.size(); gate++) {
      for (int c : gates.get(gate)) {
        result[c][counts[c]++] = gate;
      }
    }
    return result;
  }
}
