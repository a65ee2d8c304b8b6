package org.firebreak.exports.iptables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.linux.RulesetHeader;
import org.firebreak.exports.linux.Side;
import org.firebreak.exports.linux.Step;
import org.firebreak.model.Protocol;

/**
 * Makes one lookup of address and port out of rules that stand together, permit without logging and
 * differ only in one end and in ports. Among such rules the order does not matter.
 */
final class LookupRuns {
  /** Fewer rules than this are better read as rules. */
  private static final int LEAST_RULES = 3;

  /** A rule with more elements stays a rule, which shares the sets of its ends with others. */
  private static final int MAX_ELEMENTS = 16;

  private final Family family;
  private final IpSets sets;

  LookupRuns(Family family, IpSets sets) {
    this.family = family;
    this.sets = sets;
  }

  /** The rules from a position on that one lookup can replace, on the side that has most. */
  Run at(List<Step> steps, int from) {
    Run source = run(steps, from, Side.SOURCE);
    Run destination = run(steps, from, Side.DESTINATION);
    return source.rules.size() >= destination.rules.size() ? source : destination;
  }

  private Run run(List<Step> steps, int from, Side side) {
    Run run = new Run(side);
    for (int i = from; i < steps.size(); i++) {
      if (!(steps.get(i) instanceof Step.Match match) || !isSilentPermit(match.rule())) {
        break;
      }
      if (fits(match, side)) {
        run.rules.add(match.rule());
      } else {
        run.others.add(match);
      }
      run.length++;
    }
    return run;
  }

  private boolean isSilentPermit(Rule rule) {
    return rule.action() == Rule.Action.PERMIT && !rule.log();
  }

  private boolean fits(Step.Match match, Side side) {
    Rule rule = match.rule();
    Side other = side == Side.SOURCE ? Side.DESTINATION : Side.SOURCE;
    return !match.settled().contains(side)
        && (match.settled().contains(other) || family.isAll(other.of(rule)))
        && !family.isNone(other.of(rule))
        && !family.isNone(side.of(rule))
        && !family.isAll(side.of(rule))
        && !rule.services().isEmpty()
        && rule.services().stream().allMatch(each -> ServiceMatches.hasPorts(each.match()))
        && size(rule, side) <= MAX_ELEMENTS;
  }

  private long size(Rule rule, Side side) {
    long ports =
        ServiceMatches.ports(rule.services()).values().stream().mapToLong(PortSet::size).sum();
    return ports * sets.prefixes(side.of(rule), family).size();
  }

  /** Rules that stand together. */
  final class Run {
    /** Those that the lookup replaces. */
    final List<Rule> rules = new ArrayList<>();

    /** Those between them that stay as they are. */
    final List<Step.Match> others = new ArrayList<>();

    /** How many steps they are. */
    int length;

    private final Side side;

    private Run(Side side) {
      this.side = side;
    }

    boolean isWorthIt() {
      return rules.size() >= LEAST_RULES;
    }

    /** The line that replaces the rules, without {@code -A CHAIN}. */
    String line() {
      List<String> lines = new ArrayList<>();
      Set<String> known = new LinkedHashSet<>();
      boolean single = true;
      long size = 0;
      for (Rule rule : rules) {
        lines.add("# " + PlainText.oneLine(RulesetHeader.purpose(rule), 200));
        for (String prefix : sets.prefixes(side.of(rule), family)) {
          single &= prefix.indexOf('/') < 0;
          elements(prefix, rule).stream().filter(known::add).forEach(lines::add);
        }
        size += size(rule, side);
      }
      String set = sets.lookup(family, single, lines, Math.toIntExact(size));
      return "-m set --match-set "
          + set
          + (side == Side.SOURCE ? " src,dst " : " dst,dst ")
          + IptSettings.comment(rules.size() + " flows, see " + set)
          + " -j ACCEPT";
    }

    private static List<String> elements(String prefix, Rule rule) {
      List<String> elements = new ArrayList<>();
      for (Map.Entry<Protocol, PortSet> ports : ServiceMatches.ports(rule.services()).entrySet()) {
        for (PortRange range : ports.getValue().ranges()) {
          elements.add(prefix + "," + ports.getKey().getLiteral() + ":" + range);
        }
      }
      return elements;
    }
  }
}
