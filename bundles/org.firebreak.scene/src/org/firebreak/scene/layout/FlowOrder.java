package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts siblings into layers along the direction of the flows between them: cycles are broken by the
 * greedy heuristic of Eades, Lin and Smyth (1993), layers are longest paths from the sources, and
 * what has room moves towards those it talks to.
 */
final class FlowOrder {
  private final List<String> siblings;
  private final Map<String, Map<String, Integer>> out = new HashMap<>();
  private final Map<String, Map<String, Integer>> in = new HashMap<>();

  private int size;

  FlowOrder(List<String> siblings) {
    this.siblings = siblings;
    for (String sibling : siblings) {
      out.put(sibling, new HashMap<>());
      in.put(sibling, new HashMap<>());
    }
  }

  /** Adds a flow between two different siblings. */
  void add(String source, String destination) {
    size++;
    out.get(source).merge(destination, 1, Integer::sum);
    in.get(destination).merge(source, 1, Integer::sum);
  }

  /** Number of flows, at least one. */
  int size() {
    return Math.max(1, size);
  }

  boolean isConnected(String a, String b) {
    return out.get(a).containsKey(b) || out.get(b).containsKey(a);
  }

  boolean anyConnected(List<String> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = i + 1; j < nodes.size(); j++) {
        if (isConnected(nodes.get(i), nodes.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The layers, each in the order in which the siblings were given. */
  List<List<String>> layers() {
    List<String> sequence = sequence();
    Map<String, Integer> position = new HashMap<>();
    sequence.forEach(node -> position.put(node, position.size()));
    Map<String, Integer> layer = new HashMap<>();
    for (String node : sequence) {
      int longest = 0;
      for (String neighbour : neighbours(node)) {
        if (position.get(neighbour) < position.get(node)) {
          longest = Math.max(longest, layer.get(neighbour) + 1);
        }
      }
      layer.put(node, longest);
    }
    pullRight(sequence, position, layer);
    List<List<String>> layers = new ArrayList<>();
    for (String node : siblings) {
      while (layers.size() <= layer.get(node)) {
        layers.add(new ArrayList<>());
      }
      layers.get(layer.get(node)).add(node);
    }
    layers.removeIf(List::isEmpty);
    return layers;
  }

  /** Moves nodes with more flows ahead than behind next to their nearest successor. */
  private void pullRight(
      List<String> sequence, Map<String, Integer> position, Map<String, Integer> layer) {
    for (String node : sequence.reversed()) {
      int nearest = Integer.MAX_VALUE;
      int ahead = 0;
      int behind = 0;
      for (String neighbour : neighbours(node)) {
        if (position.get(neighbour) > position.get(node)) {
          nearest = Math.min(nearest, layer.get(neighbour) - 1);
          ahead += weight(node, neighbour);
        } else {
          behind += weight(node, neighbour);
        }
      }
      if (ahead > behind && nearest != Integer.MAX_VALUE) {
        layer.put(node, Math.max(layer.get(node), nearest));
      }
    }
  }

  private Set<String> neighbours(String node) {
    Set<String> neighbours = new LinkedHashSet<>(out.get(node).keySet());
    neighbours.addAll(in.get(node).keySet());
    return neighbours;
  }

  /** Number of flows between two siblings, in both directions. */
  int weight(String a, String b) {
    return out.get(a).getOrDefault(b, 0) + out.get(b).getOrDefault(a, 0);
  }

  /** Siblings in an order that leaves few flows pointing backwards. */
  private List<String> sequence() {
    List<String> front = new ArrayList<>();
    List<String> back = new ArrayList<>();
    Set<String> left = new LinkedHashSet<>(siblings);
    while (!left.isEmpty()) {
      String next = firstWithout(out, left);
      if (next != null) {
        back.add(next);
      } else {
        next = firstWithout(in, left);
        if (next == null) {
          next = mostOutgoing(left);
        }
        front.add(next);
      }
      left.remove(next);
    }
    Collections.reverse(back);
    front.addAll(back);
    return front;
  }

  private static String firstWithout(Map<String, Map<String, Integer>> edges, Set<String> left) {
    for (String node : left) {
      if (Collections.disjoint(edges.get(node).keySet(), left)) {
        return node;
      }
    }
    return null;
  }

  private String mostOutgoing(Set<String> left) {
    String best = null;
    int most = Integer.MIN_VALUE;
    for (String node : left) {
      int surplus = sum(out.get(node), left) - sum(in.get(node), left);
      if (surplus > most) {
        most = surplus;
        best = node;
      }
    }
    return best;
  }

  private static int sum(Map<String, Integer> edges, Set<String> left) {
    int sum = 0;
    for (Map.Entry<String, Integer> edge : edges.entrySet()) {
      sum += left.contains(edge.getKey()) ? edge.getValue() : 0;
    }
    return sum;
  }
}
