package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps identifiers apart. They end in a hash of 32 bits; among 10,000 two are the same with a
 * probability of 1 %. What shares one gets a second hash, of more of what it is. All that share it
 * do, so that none takes the identifier of another when the order changes.
 */
final class DistinctIds {
  private DistinctIds() {}

  /** The rule sets, each with an identifier of its own, and so the rules of each. */
  static List<RuleSet> of(List<RuleSet> sets) {
    Set<String> shared = shared(sets, RuleSet::id);
    List<RuleSet> distinct = new ArrayList<>(sets.size());
    for (RuleSet set : sets) {
      String id = shared.contains(set.id()) ? set.id() + "-" + more(set) : set.id();
      List<Rule> rules = rules(set.rules());
      distinct.add(
          id.equals(set.id()) && rules == set.rules()
              ? set
              : new RuleSet(
                  id,
                  set.name(),
                  set.kind(),
                  set.enforcementPoint(),
                  set.platform(),
                  set.domain(),
                  set.servers(),
                  rules));
    }
    return distinct;
  }

  private static List<Rule> rules(List<Rule> rules) {
    Set<String> shared = shared(rules, Rule::id);
    if (shared.isEmpty()) {
      return rules;
    }
    return rules.stream()
        .map(rule -> shared.contains(rule.id()) ? rule.withId(rule.id() + "-" + more(rule)) : rule)
        .toList();
  }

  private static <T> Set<String> shared(List<T> all, Function<T, String> id) {
    Set<String> seen = HashSet.newHashSet(all.size());
    Set<String> shared = new HashSet<>();
    for (T each : all) {
      if (!seen.add(id.apply(each))) {
        shared.add(id.apply(each));
      }
    }
    return shared;
  }

  private static String more(Rule rule) {
    List<String> texts = new ArrayList<>();
    texts.add(rule.kind().name());
    texts.add(idOf(rule.source()));
    texts.add(idOf(rule.destination()));
    rule.origins().forEach(origin -> texts.add(origin.id()));
    return RuleFactory.hash(texts);
  }

  private static String idOf(AddressGroup group) {
    return group.element() == null ? group.name() : group.element().id();
  }

  private static String more(RuleSet set) {
    List<String> texts = new ArrayList<>();
    texts.add(set.kind().name());
    texts.add(set.enforcementPoint().id());
    texts.add(set.domain().isShared() ? "" : set.domain().tenant().id());
    set.servers().forEach(server -> texts.add(server.ref().id()));
    return RuleFactory.hash(texts);
  }
}
