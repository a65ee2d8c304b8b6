package org.firebreak.rulebase.nftables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.rulebase.chains.Box;

/**
 * What a match compares with: values, or a set of them.
 *
 * @param table table whose boxes of equal sets are made once
 */
record Operand(NftSet set, NftTable table) {
  static Operand parse(RuleWords words, NftTable table) throws NotUnderstood {
    String first = words.next();
    if (first.startsWith("@")) {
      return new Operand(table.set(first), table);
    }
    StringBuilder values = new StringBuilder();
    if (first.equals("{")) {
      for (int depth = 1; depth > 0; ) {
        String word = words.next();
        depth += word.equals("{") ? 1 : word.equals("}") ? -1 : 0;
        if (!word.equals("{") && !word.equals("}")) {
          values.append(word).append(' '); // a list within a list is part of it
        }
      }
    } else {
      values.append(RuleWords.unquoted(first));
      while (words.accept(",")) {
        values.append(',').append(words.next());
      }
    }
    return new Operand(NftSet.of(values.toString(), false), table);
  }

  /** Single values. */
  List<String> values() throws NotUnderstood {
    List<String> values = new ArrayList<>(set.elements().size());
    for (NftSet.Element element : set.elements()) {
      if (element.key().size() != 1 || !element.value().isEmpty()) {
        throw new NotUnderstood("a set of several fields where one is compared");
      }
      values.add(RuleWords.unquoted(element.key().get(0)));
    }
    return values;
  }

  /** The connections whose value is in the set. */
  Box box(Selector selector) throws NotUnderstood {
    if (set.dynamic()) {
      throw new NotUnderstood("a set that changes while it is in force");
    }
    Box known = table.box(selector, set);
    if (known == null) {
      known = selector.box(values());
      table.keep(selector, set, known);
    }
    return known;
  }

  /** The connections whose values are in the set; elements that differ in addresses alone join. */
  List<Box> boxes(List<Selector> selectors) throws NotUnderstood {
    if (set.dynamic()) {
      throw new NotUnderstood("a set that changes while it is in force");
    }
    Map<List<String>, List<String>> byRest = new LinkedHashMap<>();
    for (NftSet.Element element : set.elements()) {
      List<String> key = element.key();
      if (key.size() != selectors.size()) {
        throw new NotUnderstood("elements of another number of fields");
      }
      byRest.computeIfAbsent(key.subList(1, key.size()), k -> new ArrayList<>()).add(key.get(0));
    }
    List<Box> boxes = new ArrayList<>();
    for (Map.Entry<List<String>, List<String>> each : byRest.entrySet()) {
      Box box = selectors.get(0).box(each.getValue());
      for (int i = 1; i < selectors.size(); i++) {
        box = box.intersect(selectors.get(i).box(List.of(each.getKey().get(i - 1))));
      }
      boxes.add(box);
    }
    return boxes;
  }
}
