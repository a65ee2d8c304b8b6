package org.firebreak.rulebase.nftables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.rulebase.chains.Box;

/** A table: its sets, maps and chains. */
final class NftTable {
  /** A rule that is not read yet, because what it refers to may come later. */
  record RawRule(int line, List<String> words) {}

  /**
   * A chain.
   *
   * <p>Base chains have a hook; others have none and are jumped to.
   */
  static final class Chain {
    final String name;
    final int line;
    final List<RawRule> rules = new ArrayList<>();
    String type;
    String hook;
    int priority;
    boolean accepts = true;

    Chain(String name, int line) {
      this.name = name;
      this.line = line;
    }
  }

  private record Known(Selector selector, String raw) {}

  final String family;
  final String name;
  final int line;
  final Map<String, NftSet> sets = new HashMap<>();
  final Map<String, Chain> chains = new LinkedHashMap<>();
  boolean dormant;
  private final Map<Object, Box> boxes;

  /**
   * @param boxes what sets mean, kept over all tables that are read
   */
  NftTable(String family, String name, int line, Map<Object, Box> boxes) {
    this.family = family;
    this.name = name;
    this.line = line;
    this.boxes = boxes;
  }

  /** The connections that pass the table at all. */
  Box everything() {
    return switch (family) {
      case "ip" -> Box.family(false);
      case "ip6" -> Box.family(true);
      default -> Box.ANY;
    };
  }

  boolean sees(boolean v6) {
    return family.equals("inet") || family.equals(v6 ? "ip6" : "ip");
  }

  /** Name of a chain that no other table's chain has. */
  String key(String chain) {
    return family + " " + name + " " + chain;
  }

  NftSet set(String reference) throws NotUnderstood {
    NftSet set = sets.get(reference.substring(1));
    if (set == null) {
      throw new NotUnderstood("there is no set " + reference);
    }
    return set;
  }

  Box box(Selector selector, NftSet set) {
    return boxes.get(new Known(selector, set.raw()));
  }

  void keep(Selector selector, NftSet set, Box box) {
    boxes.put(new Known(selector, set.raw()), box);
  }
}
