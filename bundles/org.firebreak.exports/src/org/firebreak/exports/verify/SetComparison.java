package org.firebreak.exports.verify;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.ComparisonScope;
import org.firebreak.core.packets.FilterComparison;
import org.firebreak.core.packets.FilterDifference;
import org.firebreak.core.packets.FilterDifferences;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Limitation;

/** Compares rule sets with filters, and collects what differs. */
final class SetComparison {
  /** Differences of one rule set that are looked up among the declared ones. */
  private static final int KEPT = 10_000;

  private final Declarations declarations;
  private final ComparisonScope everything;
  private final List<Mismatch> mismatches = new ArrayList<>();
  private final List<Mismatch> declared = new ArrayList<>();
  private int compared;

  SetComparison(Declarations declarations, ComparisonScope everything) {
    this.declarations = declarations;
    this.everything = everything;
  }

  int compared() {
    return compared;
  }

  List<Mismatch> mismatches() {
    return mismatches;
  }

  List<Mismatch> declared() {
    return declared;
  }

  void add(Mismatch mismatch) {
    mismatches.add(mismatch);
  }

  static List<ElementRef> refs(List<PolicyServer> servers) {
    return servers.stream().map(PolicyServer::ref).toList();
  }

  /** Compares the filter of a central firewall. */
  void central(RuleSet set, PacketFilter actual, Progress progress) {
    PacketFilter expected = ExpectedFilters.of(set, Rule.Direction.FORWARD);
    for (ComparisonScope scope : scopes(set)) {
      add(set, List.of(), Rule.Direction.FORWARD, compare(expected, actual, scope, progress));
    }
    compared -= scopes(set).size() - 1;
  }

  /** Everything; of a partial rule set what it speaks of, as its last rule does. */
  private List<ComparisonScope> scopes(RuleSet set) {
    if (!set.isPartial()) {
      return List.of(everything);
    }
    AddressSet part = set.rules().get(set.rules().size() - 1).destination().addresses();
    return List.of(
        everything.between(part, AddressSet.ANY),
        everything.between(AddressSet.ANY.minus(part), part));
  }

  /**
   * Compares the filter that some hosts of a rule set share. Where both sides speak of any own
   * address it is compared once and for every address, known or not. Else the own addresses of the
   * hosts are what matters: all together first, and one by one only if that differs, because what
   * is said of a host and itself does not matter.
   */
  void hosts(
      RuleSet set,
      List<PolicyServer> servers,
      Rule.Direction direction,
      PacketFilter actual,
      Progress progress) {
    PacketFilter expected = ExpectedFilters.of(set, direction);
    AddressSet own = HostTable.addresses(servers);
    // what one host of several may not say of itself, it may say of the others
    AddressSet peers = servers.size() == 1 ? AddressSet.ANY.minus(own) : AddressSet.ANY;
    boolean anyOwn = isAnyOwn(expected, direction) && isAnyOwn(actual, direction);
    ComparisonScope scope = scope(anyOwn ? AddressSet.ANY : own, peers, direction);
    FilterDifferences found = compare(expected, actual, scope, progress);
    if (anyOwn || found.isEmpty() || servers.size() == 1) {
      add(set, refs(servers), direction, found);
    } else {
      oneByOne(set, servers, direction, expected, actual, progress);
    }
  }

  private void oneByOne(
      RuleSet set,
      List<PolicyServer> servers,
      Rule.Direction direction,
      PacketFilter expected,
      PacketFilter actual,
      Progress progress) {
    Map<List<FilterRule>, FilterDifference> first = new LinkedHashMap<>();
    Map<List<FilterRule>, List<ElementRef>> concerned = new LinkedHashMap<>();
    for (PolicyServer server : servers) {
      AddressSet own = HostTable.addresses(List.of(server));
      ComparisonScope scope = scope(own, AddressSet.ANY.minus(own), direction);
      for (FilterDifference each : compare(expected, actual, scope, progress).first()) {
        List<FilterRule> pair = List.of(each.expected(), each.actual());
        first.putIfAbsent(pair, each);
        concerned.computeIfAbsent(pair, key -> new ArrayList<>()).add(server.ref());
      }
      compared--;
    }
    compared++;
    Map<String, Rule> rules = rules(set, direction);
    first.forEach(
        (pair, difference) -> add(set, concerned.get(pair), direction, difference, rules));
  }

  private ComparisonScope scope(AddressSet own, AddressSet peers, Rule.Direction direction) {
    return direction == Rule.Direction.INBOUND
        ? everything.between(peers, own)
        : everything.between(own, peers);
  }

  /** Whether no rule tells the host's addresses apart. */
  private static boolean isAnyOwn(PacketFilter filter, Rule.Direction direction) {
    Map<AddressSet, Boolean> known = new IdentityHashMap<>();
    Function<FilterRule, AddressSet> own =
        direction == Rule.Direction.INBOUND ? FilterRule::destination : FilterRule::source;
    return filter.rules().stream()
        .allMatch(rule -> known.computeIfAbsent(own.apply(rule), SetComparison::isOfFamilies));
  }

  private static boolean isOfFamilies(AddressSet set) {
    return (set.v4().isEmpty() || AddressSet.ANY.v4().equals(set.v4()))
        && (set.v6().isEmpty() || AddressSet.ANY.v6().equals(set.v6()));
  }

  private FilterDifferences compare(
      PacketFilter expected, PacketFilter actual, ComparisonScope scope, Progress progress) {
    compared++;
    int kept = declarations.isEmpty() ? FilterComparison.FOR_PEOPLE : KEPT;
    return FilterComparison.compare(expected, actual, scope, kept, progress);
  }

  private void add(
      RuleSet set, List<ElementRef> hosts, Rule.Direction direction, FilterDifferences found) {
    if (found.isEmpty()) {
      return;
    }
    Map<String, Rule> rules = rules(set, direction);
    for (FilterDifference difference : found.first()) {
      add(set, hosts, direction, difference, rules);
    }
    if (found.count() > found.first().size()) {
      mismatches.add(new Mismatch.More(set, direction, found.count() - found.first().size()));
    }
  }

  private void add(
      RuleSet set,
      List<ElementRef> hosts,
      Rule.Direction direction,
      FilterDifference difference,
      Map<String, Rule> rules) {
    Limitation limitation = declarations.of(set, difference);
    Rule rule = rules.get(difference.expected().name());
    (limitation == null ? mismatches : declared)
        .add(new Mismatch.Decision(set, hosts, direction, difference, rule, limitation));
  }

  private static Map<String, Rule> rules(RuleSet set, Rule.Direction direction) {
    return set.rules(direction).stream()
        .collect(Collectors.toMap(Rule::id, Function.identity(), (one, other) -> one));
  }
}
