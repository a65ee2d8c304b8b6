package org.firebreak.exports.aci;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.firebreak.exports.Slugs;

/** Filters that contracts share. */
final class FilterObjects {
  private static final int NAME = 50;

  private final Map<String, List<Entry>> filters = new TreeMap<>();

  /** The name of the filter with some entries; it tells what the filter matches. */
  String name(List<Entry> entries) {
    String name = entries.stream().map(Entry::name).collect(Collectors.joining("_"));
    if (name.length() > NAME) {
      name = name.substring(0, NAME - 9) + "_" + Slugs.shortHash(name);
    }
    filters.put(name, entries);
    return name;
  }

  /** All filters that have been asked for, by name. */
  List<Mo> objects() {
    return filters.entrySet().stream()
        .map(filter -> object(filter.getKey(), filter.getValue()))
        .toList();
  }

  private static Mo object(String name, List<Entry> entries) {
    Mo object = Mo.owned("vzFilter", "name", name);
    for (Entry entry : entries) {
      Mo child =
          Mo.owned(
              "vzEntry",
              "name",
              entry.name(),
              "etherT",
              entry.etherType(),
              "prot",
              entry.protocol());
      if (entry.from() != null) {
        child.with("dFromPort", entry.from()).with("dToPort", entry.to());
      }
      if (entry.icmp() != null) {
        int space = entry.icmp().indexOf(' ');
        child.with(entry.icmp().substring(0, space), entry.icmp().substring(space + 1));
      }
      if (entry.protocol().equals("tcp")) {
        child.with("stateful", "yes");
      }
      object.add(child);
    }
    return object;
  }
}
