package org.firebreak.core.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many servers each class reaches over any number of hops. Components of the graph are taken in
 * topological order, each with a row of bits for the components with servers that it reaches; the
 * columns are computed in blocks, so that memory stays bounded.
 */
final class Closure {
  /** Bits of all rows of a block: 32 MiB. */
  private static final long BLOCK_BITS = 1L << 28;

  /** Is shown the bits of one component after the other, block by block. */
  private interface RowVisitor {
    /**
     * One row.
     *
     * @param rows bits of all rows so far
     * @param row first word of the row
     * @param columnOf column of each component in this block; -1 if it is in another
     */
    void visit(int component, long[] rows, int row, int[] columnOf, int[] weights);
  }

  private final ReachGraph graph;
  private final int[][] successors;

  Closure(ReachGraph graph) {
    this.graph = graph;
    int classes = graph.classes.count();
    int gates = graph.gates.size();
    successors = new int[classes + gates + graph.targets.size()][];
    for (int i = 0; i < classes; i++) {
      successors[i] = Arrays.stream(graph.gatesOf[i]).map(gate -> classes + gate).toArray();
    }
    for (int i = 0; i < gates; i++) {
      successors[classes + i] =
          graph.links.get(i).stream().mapToInt(link -> classes + gates + link.targets()).toArray();
    }
    for (int i = 0; i < graph.targets.size(); i++) {
      successors[classes + gates + i] = graph.targets.get(i);
    }
  }

  /**
   * Counts.
   *
   * @param closed gates that nobody passes
   * @return for each class how many other servers one of its servers reaches
   */
  int[] reached(BitSet closed) {
    int[][] open = open(closed);
    Components components = new Components(open);
    int[] weight = weights(components);
    long[] sums = new long[weight.length];
    visit(
        open,
        components,
        weight,
        (own, rows, row, columnOf, weights) -> sums[own] += sum(rows, row, weights));
    int[] reached = new int[graph.classes.count()];
    boolean[] cyclic = cyclic(components);
    for (int i = 0; i < reached.length; i++) {
      int own = components.of[i];
      // On a cycle the server itself is all that does not count; else none of its class does.
      reached[i] = (int) sums[own] - (cyclic[own] ? 1 : graph.classes.sizes[i]);
    }
    return reached;
  }

  /**
   * Which pairs of classes are reached.
   *
   * @param closed gates that nobody passes
   * @param from for each pair the first class
   * @param to for each pair the second class
   * @return the pairs of which a server of the first class reaches others of the second
   */
  BitSet reached(BitSet closed, int[] from, int[] to) {
    int[][] open = open(closed);
    Components components = new Components(open);
    boolean[] cyclic = cyclic(components);
    List<List<Integer>> pairsOf = new ArrayList<>();
    for (int i = 0; i < components.count(); i++) {
      pairsOf.add(new ArrayList<>(0));
    }
    for (int i = 0; i < from.length; i++) {
      pairsOf.get(components.of[from[i]]).add(i);
    }
    BitSet reached = new BitSet();
    visit(
        open,
        components,
        weights(components),
        (own, rows, row, columnOf, weights) -> {
          for (int pair : pairsOf.get(own)) {
            int other = components.of[to[pair]];
            int column = columnOf[other];
            if (column >= 0
                && (other != own || cyclic[own])
                && (rows[row + column / 64] >>> column & 1) != 0) {
              reached.set(pair);
            }
          }
        });
    return reached;
  }

  private int[][] open(BitSet closed) {
    int[][] open = successors.clone();
    closed.stream().forEach(gate -> open[graph.classes.count() + gate] = new int[0]);
    return open;
  }

  private int[] weights(Components components) {
    int[] weight = new int[components.count()];
    for (int i = 0; i < graph.classes.count(); i++) {
      weight[components.of[i]] += graph.classes.sizes[i];
    }
    return weight;
  }

  private static boolean[] cyclic(Components components) {
    int[] members = new int[components.count()];
    Arrays.stream(components.of).forEach(each -> members[each]++);
    boolean[] cyclic = new boolean[members.length];
    for (int i = 0; i < members.length; i++) {
      cyclic[i] = members[i] > 1;
    }
    return cyclic;
  }

  private static int[] byComponent(Components components) {
    int[] start = new int[components.count() + 1];
    Arrays.stream(components.of).forEach(each -> start[each + 1]++);
    Arrays.parallelPrefix(start, Integer::sum);
    int[] nodes = new int[components.of.length];
    for (int node = 0; node < nodes.length; node++) {
      nodes[start[components.of[node]]++] = node;
    }
    return nodes;
  }

  /** Shows for each component what it reaches, itself included. */
  private static void visit(int[][] open, Components components, int[] weight, RowVisitor visitor) {
    int[] nodes = byComponent(components);
    // Neighbours of the same weight, so that whole words are counted at once.
    int[] columns =
        IntStream.range(0, weight.length)
            .filter(each -> weight[each] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(each -> weight[each]))
            .mapToInt(Integer::intValue)
            .toArray();
    int words = (columns.length + 63) / 64;
    int atOnce = (int) Math.max(1, Math.min(words, BLOCK_BITS / 64 / Math.max(1, weight.length)));
    int[] columnOf = new int[weight.length];
    for (int from = 0; from < words; from += atOnce) {
      int size = Math.min(atOnce, words - from);
      Arrays.fill(columnOf, -1);
      int[] weights = new int[64 * size];
      for (int i = 0; i < weights.length && 64 * from + i < columns.length; i++) {
        columnOf[columns[64 * from + i]] = i;
        weights[i] = weight[columns[64 * from + i]];
      }
      visitBlock(open, components, nodes, columnOf, weights, visitor);
    }
  }

  private static void visitBlock(
      int[][] open,
      Components components,
      int[] nodes,
      int[] columnOf,
      int[] weights,
      RowVisitor visitor) {
    int size = weights.length / 64;
    long[] rows = new long[columnOf.length * size];
    int[] seen = new int[columnOf.length];
    int next = 0;
    for (int own = 0; own < columnOf.length; own++) {
      int row = own * size;
      if (columnOf[own] >= 0) {
        rows[row + columnOf[own] / 64] |= 1L << columnOf[own];
      }
      for (; next < nodes.length && components.of[nodes[next]] == own; next++) {
        for (int target : open[nodes[next]]) {
          int other = components.of[target];
          if (other != own && seen[other] != own + 1) {
            seen[other] = own + 1;
            for (int i = 0, from = other * size; i < size; i++) {
              rows[row + i] |= rows[from + i];
            }
          }
        }
      }
      visitor.visit(own, rows, row, columnOf, weights);
    }
  }

  private static long sum(long[] rows, int row, int[] weights) {
    long sum = 0;
    for (int word = 0; word < weights.length / 64; word++) {
      long bits = rows[row + word];
      int first = weights[64 * word];
      // Ascending, but for the end of the last word.
      if (first == weights[64 * word + 63]) {
        sum += (long) Long.bitCount(bits) * first;
      } else {
        for (; bits != 0; bits &= bits - 1) {
          sum += weights[64 * word + Long.numberOfTrailingZeros(bits)];
        }
      }
    }
    return sum;
  }
}
