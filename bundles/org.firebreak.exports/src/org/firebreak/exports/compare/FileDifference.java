package org.firebreak.exports.compare;

import java.util.List;

/**
 * What became of a file.
 *
 * @param path path below the bundle's folder
 * @param description what it is
 * @param rules rules that differ: in the order of the newer file, removed ones where they stood
 * @param lines other lines that differ, removed ones first within each block
 */
public record FileDifference(
    Change change,
    String path,
    String description,
    List<RuleDifference> rules,
    List<LineDifference> lines) {
  public FileDifference {
    rules = List.copyOf(rules);
    lines = List.copyOf(lines);
  }

  /** How many rules were changed in that way. */
  public long rules(Change kind) {
    return rules.stream().filter(rule -> rule.change() == kind).count();
  }
}
