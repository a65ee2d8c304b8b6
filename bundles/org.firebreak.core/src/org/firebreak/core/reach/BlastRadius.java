package org.firebreak.core.reach;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;

/**
 * Blast radius of a policy: how many other servers can be reached from a compromised one.
 *
 * <p>A server is reached <b>directly</b> if the policy permits at least one connection to it, over
 * any service, by a flow, inside a group or as a responder. It is reached over <b>several hops</b>
 * if each server on the way is reached directly from the one before; networks outside the design
 * are no hop. A server without addresses is taken to get some.
 */
public final class BlastRadius {
  private final List<ServerRadius> radii;
  private final Map<String, ServerRadius> byId = new HashMap<>();

  private BlastRadius(List<ServerRadius> radii) {
    this.radii = radii;
    radii.forEach(each -> byId.put(each.server().ref().id(), each));
  }

  /** The blast radius of every server. */
  public static BlastRadius of(CompiledPolicy policy) {
    ReachGraph graph = new ReachGraph(policy, new BitSet());
    int[] direct = new DirectReach(graph).reached(new BitSet());
    int[] multiHop = new Closure(graph).reached(new BitSet());
    return new BlastRadius(
        policy.servers().stream()
            .map(
                server -> {
                  int own = graph.classes.classOf[server.index()];
                  return new ServerRadius(server, direct[own], multiHop[own]);
                })
            .toList());
  }

  /** Every server, in the order of the policy. */
  public List<ServerRadius> servers() {
    return radii;
  }

  /**
   * One server.
   *
   * @param id model id
   */
  public Optional<ServerRadius> of(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Ordered pairs of servers of which the first reaches the second by one connection. */
  public long directPairs() {
    return radii.stream().mapToLong(ServerRadius::direct).sum();
  }

  /** Ordered pairs of servers of which the first reaches the second over any number of hops. */
  public long multiHopPairs() {
    return radii.stream().mapToLong(ServerRadius::multiHop).sum();
  }

  /** Over one hop, of all servers. */
  public Spread direct() {
    return Spread.of(radii, ServerRadius::direct);
  }

  /** Over any number of hops, of all servers. */
  public Spread multiHop() {
    return Spread.of(radii, ServerRadius::multiHop);
  }

  /** Over one hop, of internet-facing servers. */
  public Spread directFromInternet() {
    return Spread.of(internetFacing(), ServerRadius::direct);
  }

  /** Over any number of hops, of internet-facing servers. */
  public Spread multiHopFromInternet() {
    return Spread.of(internetFacing(), ServerRadius::multiHop);
  }

  private List<ServerRadius> internetFacing() {
    return radii.stream().filter(each -> each.server().internetFacing()).toList();
  }

  /** The servers from which most can be reached over several hops, the worst first. */
  public List<ServerRadius> worst(int most) {
    return radii.stream()
        .sorted(
            Comparator.comparingInt(ServerRadius::multiHop)
                .thenComparingInt(ServerRadius::direct)
                .reversed())
        .limit(most)
        .toList();
  }
}
