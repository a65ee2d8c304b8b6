package org.firebreak.core.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;

/**
 * The hops that an intruder on one server could take: for every server that can be reached a
 * shortest path, by hops. Immutable.
 */
public final class AttackPaths {
  /**
   * A server that can be reached.
   *
   * @param server the server
   * @param hops how many connections it takes, at least 1
   * @param from the server before it on the way
   * @param way why that server can connect to it
   */
  public record Step(PolicyServer server, int hops, PolicyServer from, Way way) {}

  private final PolicyServer start;
  private final Map<Integer, Step> steps;

  private AttackPaths(PolicyServer start, Map<Integer, Step> steps) {
    this.start = start;
    this.steps = steps;
  }

  /**
   * Paths of an intruder.
   *
   * @param start the compromised server, of the same policy
   */
  public static AttackPaths from(CompiledPolicy policy, PolicyServer start) {
    return new AttackPaths(start, new Search(policy, start).run());
  }

  /** The compromised server. */
  public PolicyServer start() {
    return start;
  }

  /** How many servers can be reached. */
  public int reached() {
    return steps.size();
  }

  /** The servers that take one hop, those that take two, and so on. */
  public List<List<Step>> layers() {
    Map<Integer, List<Step>> layers = new TreeMap<>();
    steps
        .values()
        .forEach(step -> layers.computeIfAbsent(step.hops(), hops -> new ArrayList<>()).add(step));
    return layers.values().stream().map(Collections::unmodifiableList).toList();
  }

  /** How a server is reached; empty if it is not, or is the start. */
  public Optional<Step> to(PolicyServer server) {
    return Optional.ofNullable(steps.get(server.index()));
  }

  /** All hops to a server, the first one first; none if it is not reached. */
  public List<Step> path(PolicyServer server) {
    Deque<Step> path = new ArrayDeque<>();
    for (Step step = steps.get(server.index());
        step != null;
        step = steps.get(step.from().index())) {
      path.addFirst(step);
    }
    return List.copyOf(path);
  }

  /** Breadth-first search over classes of servers; each way between them is taken once. */
  private static final class Search {
    private final PolicyServer start;
    private final ReachGraph graph;
    private final List<List<PolicyServer>> members = new ArrayList<>();
    private final BitSet visited = new BitSet();
    private final BitSet usedGates = new BitSet();
    private final BitSet usedTargets = new BitSet();
    private final Map<Integer, Step> steps = new LinkedHashMap<>();

    Search(CompiledPolicy policy, PolicyServer start) {
      this.start = start;
      graph = new ReachGraph(policy, new BitSet());
      for (int i = 0; i < graph.classes.count(); i++) {
        members.add(new ArrayList<>(0));
      }
      policy
          .servers()
          .forEach(server -> members.get(graph.classes.classOf[server.index()]).add(server));
    }

    Map<Integer, Step> run() {
      Deque<PolicyServer> queue = new ArrayDeque<>();
      queue.add(start);
      while (!queue.isEmpty()) {
        PolicyServer from = queue.remove();
        int hops = from == start ? 1 : steps.get(from.index()).hops() + 1;
        for (int gate : graph.gatesOf[graph.classes.classOf[from.index()]]) {
          if (!usedGates.get(gate)) {
            usedGates.set(gate);
            graph.links.get(gate).forEach(link -> follow(link, from, hops, queue));
          }
        }
      }
      Map<Integer, Step> ordered = new TreeMap<>(steps);
      return Collections.unmodifiableMap(ordered);
    }

    private void follow(
        ReachGraph.Link link, PolicyServer from, int hops, Deque<PolicyServer> queue) {
      if (usedTargets.get(link.targets())) {
        return;
      }
      usedTargets.set(link.targets());
      for (int each : graph.targets.get(link.targets())) {
        if (!visited.get(each)) {
          visited.set(each);
          PolicyServer next = null;
          for (PolicyServer server : members.get(each)) {
            if (server != start) {
              steps.put(server.index(), new Step(server, hops, from, link.way()));
              next = next == null ? server : next;
            }
          }
          if (next != null) {
            queue.add(next);
          }
        }
      }
    }
  }
}
