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

  /** Classes with an internet-facing server: all of a class reach as many. */
  private final BitSet facing = new BitSet();

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
    for (PolicyServer server : now.servers()) {
      if (server.internetFacing()) {
        facing.set(graph.classes.classOf[server.index()]);
      }
    }
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

  /** A measure of the work that {@link #reached} is. */
  public int size() {
    return graph.classes.count() + graph.gates.size() + graph.targets.size();
  }

  /**
   * How far an intruder gets.
   *
   * @param micro positions in {@link #groups()} of those that are microsegmented
   */
  public Reached reached(BitSet micro, Hops hops) {
    return sum(counts(closed(micro), hops));
  }

  private int[] counts(BitSet closed, Hops hops) {
    return hops == Hops.ONE ? new DirectReach(graph).reached(closed) : closure.reached(closed);
  }

  private BitSet closed(BitSet micro) {
    BitSet closed = new BitSet();
    micro.stream().forEach(group -> closed.or(gates.get(group)));
    return closed;
  }

  private Reached sum(int[] reached) {
    long pairs = 0;
    int worst = 0;
    int internet = 0;
    for (int i = 0; i < reached.length; i++) {
      pairs += (long) reached[i] * graph.classes.sizes[i];
      worst = Math.max(worst, reached[i]);
      internet = facing.get(i) ? Math.max(internet, reached[i]) : internet;
    }
    return new Reached(pairs, worst, internet);
  }

  /** Whether any server is internet-facing. */
  public boolean hasInternetFacing() {
    return !facing.isEmpty();
  }

  /**
   * What a group that stays free leaves to an intruder at least, whatever else is microsegmented:
   * two of its members may reach each other for no reason but its freedom.
   *
   * <p>The pairs that the groups add by themselves are different ones. So no choice of groups that
   * stay free leaves fewer pairs than those without any freedom and these of each of them; over one
   * hop it leaves exactly those. And from a member no fewer servers are reached than without any
   * freedom and these of its group.
   *
   * @return for each group the pairs that it adds, and the most that one of its members reaches
   */
  public List<Reached> own(Hops hops) {
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
    BitSet closed = closed(all);
    BitSet anyway =
        hops == Hops.ONE
            ? new DirectReach(graph).reached(closed, pairs)
            : closure.reached(
                closed,
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray());
    int[] counts = counts(closed, hops);
    long[] own = new long[groups.size()];
    for (int i = anyway.nextClearBit(0); i < pairs.size(); i = anyway.nextClearBit(i + 1)) {
      int from = pairs.get(i)[0];
      int to = pairs.get(i)[1];
      int others = graph.classes.sizes[to] - (from == to ? 1 : 0);
      own[owner.get(i)] += (long) graph.classes.sizes[from] * others;
      counts[from] += others;
    }
    List<Reached> result = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      Reached most = ofMembers(counts, gates.get(group));
      result.add(new Reached(own[group], most.worst(), most.internet()));
    }
    return result;
  }

  private Reached ofMembers(int[] counts, BitSet some) {
    int worst = 0;
    int internet = 0;
    for (int each : members(some).stream().toArray()) {
      worst = Math.max(worst, counts[each]);
      internet = facing.get(each) ? Math.max(internet, counts[each]) : internet;
    }
    return new Reached(0, worst, internet);
  }

  private BitSet members(BitSet some) {
    BitSet members = new BitSet();
    some.stream().forEach(gate -> Arrays.stream(graph.gates.get(gate)).forEach(members::set));
    return members;
  }

  /** Ordered pairs of classes that are together at one of the gates. */
  private List<int[]> freePairs(BitSet some) {
    List<int[]> pairs = new ArrayList<>();
    for (int from : members(some).stream().toArray()) {
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
