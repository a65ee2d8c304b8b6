package org.firebreak.exports.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.exports.stored.BundleManifest.RuleEntry;

/**
 * Finds the rule that writes a line: the first one that the line names, as a word or as a whole
 * quoted text. In formats of nested blocks, a block that names one rule alone is all of that rule.
 */
final class RuleOwners {
  /** Stands for several rules. */
  private static final String SEVERAL = "";

  private final Map<String, String> names = new HashMap<>();

  RuleOwners(List<RuleEntry> rules) {
    rules.forEach(rule -> names.putIfAbsent(rule.id(), rule.name()));
    rules.forEach(rule -> names.put(rule.name(), rule.name()));
  }

  /** The name of the rule for each line; {@code null} if it belongs to none. */
  String[] of(List<String> lines, Blocks blocks, Remarks remarks, boolean nested) {
    String[] owners = new String[lines.size()];
    if (names.isEmpty()) {
      return owners;
    }
    for (int i = 0; i < owners.length; i++) {
      owners[i] = remarks.isRemark(lines.get(i)) ? null : firstIn(lines.get(i));
    }
    return nested ? ofBlocks(owners, blocks) : owners;
  }

  private static String[] ofBlocks(String[] own, Blocks blocks) {
    String[] within = own.clone();
    Map<Integer, String> documents = new HashMap<>();
    for (int i = within.length - 1; i >= 0; i--) {
      if (blocks.parent(i) >= 0) {
        within[blocks.parent(i)] = merged(within[blocks.parent(i)], within[i]);
      } else if (within[i] != null) {
        documents.merge(blocks.document(i), within[i], RuleOwners::merged);
      }
    }
    String[] owners = new String[own.length];
    for (int i = 0; i < owners.length; i++) {
      int parent = blocks.parent(i);
      String outer = parent < 0 ? documents.get(blocks.document(i)) : owners[parent];
      owners[i] = isOne(outer) ? outer : isOne(within[i]) ? within[i] : null;
    }
    return owners;
  }

  private static boolean isOne(String rule) {
    return rule != null && !rule.equals(SEVERAL);
  }

  private static String merged(String one, String other) {
    return one == null ? other : other == null || one.equals(other) ? one : SEVERAL;
  }

  private String firstIn(String line) {
    int word = -1;
    int quote = -1;
    for (int i = 0; i <= line.length(); i++) {
      char c = i == line.length() ? ' ' : line.charAt(i);
      String found = null;
      if (c == '"' || c == '\'') {
        found = quote < 0 ? null : names.get(line.substring(quote + 1, i));
        quote = i;
      }
      if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
        word = word < 0 ? i : word;
      } else if (word >= 0) {
        found = found == null ? names.get(line.substring(word, i)) : found;
        word = -1;
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
