package org.firebreak.exports.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.linux.RulesetHeader;
import org.firebreak.exports.linux.Side;

/** The lines of a chain that express one rule in one family, without {@code -A CHAIN}. */
final class RuleLines {
  private final Family family;
  private final IptSettings settings;
  private final IpSets sets;

  RuleLines(Family family, IptSettings settings, IpSets sets) {
    this.family = family;
    this.settings = settings;
    this.sets = sets;
  }

  /** The lines; none if one of the ends has no address in the family. */
  List<String> of(Rule rule, Set<Side> settled) {
    List<String> lines = new ArrayList<>();
    if (family.isNone(rule.source()) || family.isNone(rule.destination())) {
      return lines;
    }
    String ends = "";
    for (Side side : Side.values()) {
      if (!settled.contains(side)) {
        ends += match(side.of(rule), side);
      }
    }
    for (String service : ServiceMatches.of(rule.services(), family)) {
      // a lookup in a set costs more than a look at the port
      String match = (service.isEmpty() ? "" : service + " ") + ends;
      if (rule.log()) {
        lines.add(match + settings.log(rule));
      }
      lines.add(
          match
              + IptSettings.comment(RulesetHeader.purpose(rule))
              + " -j "
              + settings.verdict(rule, family));
    }
    return lines;
  }

  /** Matches one end, with a space behind; empty if every address matches. */
  String match(AddressGroup group, Side side) {
    if (family.isAll(group)) {
      return "";
    }
    boolean source = side == Side.SOURCE;
    List<String> prefixes = sets.prefixes(group, family);
    if (prefixes.size() == 1) {
      return (source ? "-s " : "-d ") + prefixes.get(0) + " ";
    }
    return "-m set --match-set " + sets.addresses(group, family) + (source ? " src " : " dst ");
  }
}
