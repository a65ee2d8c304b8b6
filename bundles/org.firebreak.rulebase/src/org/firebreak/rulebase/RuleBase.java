package org.firebreak.rulebase;

import java.util.List;

/**
 * What was read.
 *
 * @param filters packet filters in the order of the files
 * @param unread what was not understood; a rule base with such lines may do something else than its
 *     filters say
 */
public record RuleBase(List<PlacedFilter> filters, List<Unread> unread) {
  public RuleBase {
    filters = List.copyOf(filters);
    unread = List.copyOf(unread);
  }
}
