package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes that an entry may have, as a tree of element names; {@code *} stands for any name. */
final class Grammar {
  private final Map<String, Grammar> children = new LinkedHashMap<>();

  private Grammar() {}

  /** Reads {@code a b{c d}}: names with spaces between, children in braces. */
  static Grammar of(String text) {
    List<Grammar> open = new ArrayList<>();
    open.add(new Grammar());
    for (String token : text.replace("{", " { ").replace("}", " } ").trim().split(" +")) {
      Grammar innermost = open.get(open.size() - 1);
      switch (token) {
        case "{" -> {
          List<Grammar> all = new ArrayList<>(innermost.children.values());
          open.add(all.get(all.size() - 1));
        }
        case "}" -> open.remove(open.size() - 1);
        default -> innermost.children.put(token, new Grammar());
      }
    }
    return open.get(0);
  }

  /** What stands below a name; {@code null} if the name is not known here. */
  Grammar child(String name) {
    Grammar child = children.get(name);
    return child == null ? children.get("*") : child;
  }

  /** Whether values stand here. */
  boolean isLeaf() {
    return children.isEmpty();
  }
}
