package org.firebreak.exports.iptables;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.Slugs;

/** The sets of one ruleset. Their names depend on what they hold. */
final class IpSets {
  private static final String PREFIX = "fbk_";
  private static final int WORDS = 14;
  private static final int LEAST_HASH = 1024;
  private static final int LEAST_ELEMENTS = 65_536;

  private record Content(String type, Family family, String title, List<String> lines, int size) {}

  private final Prefixes prefixes;
  private final Map<String, Content> sets = new LinkedHashMap<>();

  IpSets(Prefixes prefixes) {
    this.prefixes = prefixes;
  }

  /** The addresses of one family of a group, as prefixes. */
  List<String> prefixes(AddressGroup group, Family family) {
    return prefixes.of(group.addresses(), family);
  }

  /** Name of a set of the addresses of one family of a group. */
  String addresses(AddressGroup group, Family family) {
    List<String> elements = prefixes(group, family);
    return add(
        group.name(), new Content("hash:net", family, group.name(), elements, elements.size()));
  }

  /**
   * Name of a set of addresses with ports.
   *
   * @param lines elements, and lines that begin with # between them
   * @param size number of elements once ranges of ports are single ones
   */
  String lookup(Family family, boolean single, List<String> lines, int size) {
    String type = single ? "hash:ip,port" : "hash:net,port";
    return add("flows", new Content(type, family, "permitted flows", lines, size));
  }

  /** Number of sets. */
  int size() {
    return sets.size();
  }

  private String add(String words, Content content) {
    String slug = Slugs.plain(words, '_', WORDS);
    String key = content.type() + '\n' + String.join("\n", content.lines());
    while (true) {
      String end = "_" + Slugs.shortHash(key) + "_" + content.family().suffix;
      String name = PREFIX + (slug.isEmpty() ? "set" : slug) + end;
      Content known = sets.putIfAbsent(name, content);
      if (known == null
          || known.type().equals(content.type()) && known.lines().equals(content.lines())) {
        return name;
      }
      key += '\'';
    }
  }

  /**
   * Commands for {@code ipset -exist restore}: each set is filled under another name and put in
   * place at once, so that a set which is there already ends up right, whatever it held.
   */
  List<String> commands() {
    List<String> commands = new ArrayList<>();
    sets.forEach(
        (name, content) -> {
          int hash = Math.max(LEAST_HASH, Integer.highestOneBit(Math.max(1, content.size())) * 2);
          String kind =
              " %s family %s hashsize %d maxelem %d"
                  .formatted(
                      content.type(),
                      content.family().ipset,
                      hash,
                      Math.max(LEAST_ELEMENTS, content.size()));
          commands.add("# " + PlainText.oneLine(content.title(), 200));
          commands.add("create " + name + kind);
          commands.add("create fbk_new" + kind);
          for (String line : content.lines()) {
            commands.add(line.startsWith("#") ? line : "add fbk_new " + line);
          }
          commands.add("swap fbk_new " + name);
          commands.add("destroy fbk_new");
        });
    return commands;
  }

  /** The prefixes of address sets, kept because many rulesets hold the same set. */
  static final class Prefixes {
    private final List<Map<AddressSet, List<String>>> known =
        List.of(new IdentityHashMap<>(), new IdentityHashMap<>());

    List<String> of(AddressSet set, Family family) {
      return known
          .get(family.ordinal())
          .computeIfAbsent(
              set,
              key ->
                  key.ranges().stream()
                      .filter(family::isOf)
                      .flatMap(range -> prefixes(range).stream())
                      .toList());
    }

    private static List<String> prefixes(AddressRange range) {
      return range.isSingle()
          ? List.of(range.first().toString())
          : range.toPrefixes().stream().map(Prefixes::plain).toList();
    }

    /** A single address without its length. */
    private static String plain(String prefix) {
      boolean v6 = prefix.indexOf(':') >= 0;
      String whole = v6 ? "/128" : "/32";
      return prefix.endsWith(whole)
          ? prefix.substring(0, prefix.length() - whole.length())
          : prefix;
    }
  }
}
