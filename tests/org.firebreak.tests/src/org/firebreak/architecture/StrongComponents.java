package org.firebreak.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Groups of nodes of a directed graph that reach each other.
 *
 * @see <a href="https://doi.org/10.1137/0201010">Tarjan, Depth-first search and linear graph
 *     algorithms, 1972</a>
 */
final class StrongComponents {
  private final SortedMap<String, Set<String>> graph;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> stack = new ArrayDeque<>();
  private final List<Set<String>> components = new ArrayList<>();

  private StrongComponents(SortedMap<String, Set<String>> graph) {
    this.graph = graph;
  }

  /** The groups with more than one node, that is, the cycles. */
  static List<Set<String>> cycles(SortedMap<String, Set<String>> graph) {
    StrongComponents search = new StrongComponents(graph);
    for (String node : graph.keySet()) {
      if (!search.order.containsKey(node)) {
        search.visit(node);
      }
    }
    return search.components.stream().filter(component -> component.size() > 1).toList();
  }

  private void visit(String node) {
    order.put(node, order.size());
    low.put(node, order.get(node));
    stack.push(node);
    for (String next : graph.getOrDefault(node, Set.of())) {
      if (!order.containsKey(next)) {
        visit(next);
        low.merge(node, low.get(next), Math::min);
      } else if (stack.contains(next)) {
        low.merge(node, order.get(next), Math::min);
      }
    }
    if (low.get(node).equals(order.get(node))) {
      Set<String> component = new TreeSet<>();
      String member;
      do {
        member = stack.pop();
        component.add(member);
      } while (!member.equals(node));
      components.add(component);
    }
  }
}
