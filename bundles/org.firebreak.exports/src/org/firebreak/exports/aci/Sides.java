package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;

/** What the rules of the hosts of each atom decide in one direction. */
final class Sides {
  private final Atoms atoms;
  private final Decisions decisions;
  private final Rule.Direction direction;
  private final Map<Integer, Side> byAtom = new HashMap<>();

  Sides(Space space, Atoms atoms, Decisions decisions, Rule.Direction direction) {
    this.atoms = atoms;
    this.decisions = decisions;
    this.direction = direction;
    for (RuleSet set : space.sets()) {
      add(set);
    }
  }

  /** {@code null} for an atom where nothing is enforced. */
  Side of(int atom) {
    return byAtom.get(atom);
  }

  private void add(RuleSet set) {
    List<Rule> rules = set.rules(direction);
    // atoms of which the same rules speak
    Map<BitSet, BitSet> alike = new LinkedHashMap<>();
    atoms.own(set).stream()
        .forEach(
            atom -> {
              BitSet speaking = new BitSet();
              for (int i = 0; i < rules.size(); i++) {
                speaking.set(i, atoms.of(own(rules.get(i))).get(atom));
              }
              alike.computeIfAbsent(speaking, key -> new BitSet()).set(atom);
            });
    alike.forEach(
        (speaking, own) -> {
          Side side = side(speaking.stream().mapToObj(rules::get).toList());
          // hosts of several rule sets may share an address; each has a say
          own.stream()
              .forEach(atom -> byAtom.merge(atom, side, (one, other) -> one.and(other, decisions)));
        });
  }

  private Side side(List<Rule> rules) {
    Map<Integer, List<Integer>> naming = new TreeMap<>();
    List<Integer> general = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      int number = i;
      AddressGroup peer = peer(rules.get(i));
      if (peer.isAny()) {
        general.add(number);
      } else {
        atoms.of(peer).stream()
            .forEach(atom -> naming.computeIfAbsent(atom, key -> new ArrayList<>(2)).add(number));
      }
    }
    Map<List<Integer>, BitSet> alike = new LinkedHashMap<>();
    BitSet named = new BitSet();
    naming.forEach(
        (atom, numbers) -> {
          alike.computeIfAbsent(numbers, key -> new BitSet()).set(atom);
          named.set(atom);
        });
    Map<Decision, BitSet> others = new LinkedHashMap<>();
    alike.forEach(
        (numbers, of) ->
            others.computeIfAbsent(decision(rules, general, numbers), key -> new BitSet()).or(of));
    return new Side(decision(rules, general, List.of()), others, named);
  }

  /** What rules decide that are for every peer, together with some others. */
  private Decision decision(List<Rule> rules, List<Integer> general, List<Integer> others) {
    BitSet numbers = new BitSet();
    general.forEach(numbers::set);
    others.forEach(numbers::set);
    List<Rule> chain = new ArrayList<>();
    for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
      chain.add(rules.get(i));
      if (decisions.services(rules.get(i)).equals(ServiceLine.ANY)) {
        break;
      }
    }
    return decisions.of(chain);
  }

  static AddressGroup own(Rule rule) {
    return rule.direction() == Rule.Direction.INBOUND ? rule.destination() : rule.source();
  }

  static AddressGroup peer(Rule rule) {
    return rule.direction() == Rule.Direction.INBOUND ? rule.source() : rule.destination();
  }
}
