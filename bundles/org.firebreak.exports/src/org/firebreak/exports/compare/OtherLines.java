package org.firebreak.exports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines that belong to no rule, by the block in which they stand; their order is no difference. */
final class OtherLines {
  /** Lines by block, each with the number of its occurrences. */
  private final Map<String, Map<String, Integer>> blocks = new LinkedHashMap<>();

  /** Lines that stand in no block. */
  static OtherLines of(List<String> lines) {
    OtherLines others = new OtherLines();
    lines.forEach(line -> others.add("", line));
    return others;
  }

  void add(String block, String line) {
    blocks.computeIfAbsent(block, key -> new LinkedHashMap<>()).merge(line, 1, Integer::sum);
  }

  static List<LineDifference> compare(OtherLines before, OtherLines after) {
    Set<String> names = new LinkedHashSet<>(after.blocks.keySet());
    names.addAll(before.blocks.keySet());
    List<LineDifference> differences = new ArrayList<>();
    for (String block : names) {
      Map<String, Integer> was = before.blocks.getOrDefault(block, Map.of());
      Map<String, Integer> is = after.blocks.getOrDefault(block, Map.of());
      add(differences, Change.REMOVED, block, was, is);
      add(differences, Change.ADDED, block, is, was);
    }
    return differences;
  }

  private static void add(
      List<LineDifference> differences,
      Change change,
      String block,
      Map<String, Integer> lines,
      Map<String, Integer> others) {
    String context = block.substring(block.lastIndexOf('\n', block.lastIndexOf('\n') - 1) + 1);
    lines.forEach(
        (line, times) -> {
          for (int i = others.getOrDefault(line, 0); i < times; i++) {
            differences.add(new LineDifference(change, context.replace("\n", " › "), line));
          }
        });
  }
}
