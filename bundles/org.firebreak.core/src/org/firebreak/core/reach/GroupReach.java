package org.firebreak.core.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyServer;

/**
 * How the reachable pairs of servers fall as groups are microsegmented: all that changes is that
 * their members no longer talk freely. The graph is built once, and only its gates are opened and
 * closed.
 */
public final class GroupReach {
  private final ReachGraph graph;
  private final Closure closure;
  private final List<PolicyGroup> groups = new ArrayList<>();
  private final List<BitSet> gates = new ArrayList<>();

  /**
   * Between two policies of one design.
   *
   * @param now the policy to start from
   * @param all the policy with every group microsegmented that may be
   */
  public GroupReach(CompiledPolicy now, CompiledPolicy all) {
    BitSet change = new BitSet();
    for (PolicyServer server : now.servers()) {
      change.set(server.index(), !server.micro() && all.servers().get(server.index()).micro());
    }
    graph = new ReachGraph(now, change);
    closure = new Closure(graph);
    for (PolicyGroup group : now.groups()) {
      if (graph.closing.containsKey(group.index())) {
        groups.add(group);
        gates.add(graph.closing.get(group.index()));
      }
    }
  }

  /** The groups that make a difference, in the order of the policy. */
  public List<PolicyGroup> groups() {
    return List.copyOf(groups);
  }

  /** A measure of the work that {@link #pairs} is. */
  public int size() {
    return graph.classes.count() + graph.gates.size() + graph.targets.size();
  }

  /**
   * Ordered pairs of servers of which the second is reached from the first.
   *
   * @param micro positions in {@link #groups()} of those that are microsegmented
   */
  public long pairs(BitSet micro, Hops hops) {
    BitSet closed = closed(micro);
    return sum(hops == Hops.ONE ? new DirectReach(graph).reached(closed) : closure.reached(closed));
  }

  private BitSet closed(BitSet micro) {
    BitSet closed = new BitSet();
    micro.stream().forEach(group -> closed.or(gates.get(group)));
    return closed;
  }

  private long sum(int[] reached) {
    long sum = 0;
    for (int i = 0; i < reached.length; i++) {
      sum += (long) reached[i] * graph.classes.sizes[i];
    }
    return sum;
  }

  /**
   * Pairs that a group alone adds: two of its members that reach each other for no reason but the
   * freedom of the group. As the pairs of different groups are different, no choice of groups that
   * stay free leaves fewer pairs than those without any freedom and these of each of them. Over one
   * hop it leaves exactly those.
   *
   * @return for each group
   */
  public long[] ownPairs(Hops hops) {
    List<int[]> pairs = new ArrayList<>();
    List<Integer> owner = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      for (int[] pair : freePairs(gates.get(group))) {
        pairs.add(pair);
        owner.add(group);
      }
    }
    BitSet all = new BitSet();
    all.set(0, groups.size());
    BitSet anyway =
        hops == Hops.ONE
            ? new DirectReach(graph).reached(closed(all), pairs)
            : closure.reached(
                closed(all),
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray());
    long[] own = new long[groups.size()];
    for (int i = anyway.nextClearBit(0); i < pairs.size(); i = anyway.nextClearBit(i + 1)) {
      int from = pairs.get(i)[0];
      int to = pairs.get(i)[1];
      long others = graph.classes.sizes[to] - (from == to ? 1 : 0);
      own[owner.get(i)] += graph.classes.sizes[from] * others;
    }
    return own;
  }

  /** Ordered pairs of classes that are together at one of the gates. */
  private List<int[]> freePairs(BitSet some) {
    BitSet members = new BitSet();
    some.stream().forEach(gate -> Arrays.stream(graph.gates.get(gate)).forEach(members::set));
    List<int[]> pairs = new ArrayList<>();
    for (int from : members.stream().toArray()) {
      BitSet together = new BitSet();
      for (int gate : graph.gatesOf[from]) {
        if (some.get(gate)) {
          Arrays.stream(graph.gates.get(gate)).forEach(together::set);
        }
      }
      together.stream().forEach(to -> pairs.add(new int[] {from, to}));
    }
    return pairs;
  }
}
