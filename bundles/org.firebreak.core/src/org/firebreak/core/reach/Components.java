package org.firebreak.core.reach;

import java.util.Arrays;

/**
 * Strongly connected components of a graph in rows of successors, by Tarjan's algorithm without
 * recursion. Every edge leads to the same or to a lower component.
 *
 * @see <a href="https://doi.org/10.1137/0201010">Tarjan, Depth-first search and linear graph
 *     algorithms (1972)</a>
 */
final class Components {
  private final int[][] successors;
  private final int[] order;
  private final int[] low;
  private final int[] stack;
  private final int[] path;
  private final int[] edge;
  private int depth;
  private int visited;

  /** Component of each node. */
  final int[] of;

  private int count;

  Components(int[][] successors) {
    this.successors = successors;
    int nodes = successors.length;
    order = new int[nodes];
    low = new int[nodes];
    stack = new int[nodes];
    path = new int[nodes];
    edge = new int[nodes];
    of = new int[nodes];
    Arrays.fill(of, -1);
    for (int node = 0; node < nodes; node++) {
      if (order[node] == 0) {
        visit(node);
      }
    }
  }

  int count() {
    return count;
  }

  private void visit(int root) {
    int length = 0;
    path[length++] = open(root);
    while (length > 0) {
      int node = path[length - 1];
      if (edge[node] < successors[node].length) {
        int next = successors[node][edge[node]++];
        if (order[next] == 0) {
          path[length++] = open(next);
        } else if (of[next] < 0) {
          low[node] = Math.min(low[node], order[next]);
        }
      } else {
        length--;
        if (length > 0) {
          low[path[length - 1]] = Math.min(low[path[length - 1]], low[node]);
        }
        close(node);
      }
    }
  }

  private int open(int node) {
    order[node] = ++visited;
    low[node] = order[node];
    stack[depth++] = node;
    return node;
  }

  private void close(int node) {
    if (low[node] == order[node]) {
      int member;
      do {
        member = stack[--depth];
        of[member] = count;
      } while (member != node);
      count++;
    }
  }
}
