package org.firebreak.exports.nftables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.linux.Side;

/** The lines of a chain that express one rule. */
final class RuleLines {
  private final NamedSets sets;
  private final NftSettings settings;

  RuleLines(NamedSets sets, NftSettings settings) {
    this.sets = sets;
    this.settings = settings;
  }

  /** Lines without indentation; none if no address family has both ends. */
  List<String> of(Rule rule, Set<Side> settled) {
    List<String> lines = new ArrayList<>();
    for (String addresses : addresses(rule, settled)) {
      for (String service : ServiceExpressions.of(rule.services(), sets)) {
        addLines(lines, join(addresses, service), rule);
      }
    }
    return lines;
  }

  private void addLines(List<String> lines, String match, Rule rule) {
    String end = settings.verdict(rule) + " " + NftText.comment(rule);
    if (rule.log() && !settings.limit().isEmpty()) {
      lines.add(join(match, settings.limit() + settings.log(rule)));
      lines.add(join(match, "counter " + end));
    } else {
      String log = rule.log() ? settings.log(rule) + " " : "";
      lines.add(join(match, "counter " + log + end));
    }
  }

  private static String join(String left, String right) {
    return left.isEmpty() || right.isEmpty() ? left + right : left + " " + right;
  }

  /** One expression a family that both ends have; a single one if the family does not matter. */
  private List<String> addresses(Rule rule, Set<Side> settled) {
    Map<Family, String> byFamily = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      if (family.part(rule.source()) != Part.NONE && family.part(rule.destination()) != Part.NONE) {
        byFamily.put(
            family,
            join(
                match(rule, Side.SOURCE, family, settled),
                match(rule, Side.DESTINATION, family, settled)));
      }
    }
    boolean familyMatters = byFamily.values().stream().anyMatch(text -> !text.isEmpty());
    if (byFamily.size() == 2 && !familyMatters) {
      return List.of("");
    }
    List<String> expressions = new ArrayList<>();
    byFamily.forEach(
        (family, text) -> expressions.add(text.isEmpty() ? "meta nfproto " + family.name : text));
    return expressions;
  }

  private String match(Rule rule, Side side, Family family, Set<Side> settled) {
    AddressGroup group = side.of(rule);
    if (settled.contains(side) || family.part(group) == Part.ALL) {
      return "";
    }
    return family.header + " " + side.field + " " + sets.reference(group, family == Family.V6);
  }

  /** How much of a family a set of addresses holds. */
  private enum Part {
    NONE,
    SOME,
    ALL
  }

  private enum Family {
    V4("ipv4", "ip", AddressRange.ALL_V4),
    V6("ipv6", "ip6", AddressRange.ALL_V6);

    private final String name;
    private final String header;
    private final AddressRange all;

    Family(String name, String header, AddressRange all) {
      this.name = name;
      this.header = header;
      this.all = all;
    }

    Part part(AddressGroup group) {
      AddressSet addresses = group.addresses();
      if (addresses.isEmpty()) {
        return Part.NONE;
      }
      List<AddressRange> ranges = addresses.ranges();
      AddressRange outermost = this == V4 ? ranges.get(0) : ranges.get(ranges.size() - 1);
      if (outermost.v6() != all.v6()) {
        return Part.NONE;
      }
      return outermost.equals(all) ? Part.ALL : Part.SOME;
    }
  }
}
