package org.firebreak.core.packets;

import java.util.List;

/**
 * Where two packet filters differ.
 *
 * @param first some of the differences, in the order of the rules
 * @param count how many pairs of rules differ; more than are kept if there are many
 */
public record FilterDifferences(List<FilterDifference> first, int count) {
  public FilterDifferences {
    first = List.copyOf(first);
  }

  /** Whether the filters do the same with every connection of the scope. */
  public boolean isEmpty() {
    return count == 0;
  }
}
