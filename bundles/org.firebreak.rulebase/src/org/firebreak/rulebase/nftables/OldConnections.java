package org.firebreak.rulebase.nftables;

import java.util.List;

/** Rules that no packet of a new connection reaches, whatever else they say. */
final class OldConnections {
  private OldConnections() {}

  /** Whether a rule is for states of connections alone that are not new. */
  static boolean alone(List<String> words) {
    int depth = 0;
    for (int i = 0; i + 2 < words.size(); i++) {
      String word = words.get(i);
      depth += word.equals("{") ? 1 : word.equals("}") ? -1 : 0;
      if (depth == 0 && word.equals("ct") && words.get(i + 1).equals("state")) {
        return areOld(words, i + 2);
      }
    }
    return false;
  }

  /** States in braces, or with commas between; anything else may speak of new ones. */
  private static boolean areOld(List<String> words, int from) {
    boolean braces = words.get(from).equals("{");
    boolean value = true;
    for (int i = braces ? from + 1 : from; i < words.size(); i++) {
      String word = words.get(i);
      if (braces && word.equals("}")) {
        return true;
      }
      if (value && !List.of("established", "related", "invalid").contains(word)) {
        return false;
      }
      if (!value && !word.equals(",")) {
        return !braces;
      }
      value = !value;
    }
    return !braces;
  }
}
