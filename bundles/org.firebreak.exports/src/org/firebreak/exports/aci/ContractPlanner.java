package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.aci.Decision.Returns;
import org.firebreak.model.Inspection;

/**
 * Turns ordered rules of hosts into contracts. The fabric decides once for a pair, so a contract
 * permits what the rules of both ends permit.
 *
 * <pre>
 * Sides   what the hosts of each atom decide, by the atom at the other end
 *   Pairs   what both ends decide together
 *     Terms   what contracts say of that, and what is lost
 *       ContractTable   the fewest contracts that say it
 * </pre>
 */
final class ContractPlanner {
  private static final String BELOW_PERMITS = "level1";

  private record Both(Decision decision, Returns returns) {}

  private final Space space;
  private final Atoms atoms;
  private final AciSettings settings;
  private final AciLimitations limitations;
  private final ContractTable table;
  private final Decisions decisions = new Decisions();
  private final Map<Both, Terms> terms = new HashMap<>();
  private final Map<Terms.Loss, BitSet> losses = new LinkedHashMap<>();

  ContractPlanner(Space space, Atoms atoms, AciSettings settings, AciLimitations limitations) {
    this.space = space;
    this.atoms = atoms;
    this.settings = settings;
    this.limitations = limitations;
    this.table = new ContractTable(atoms);
  }

  /** The contracts of all rules. */
  List<Contract> contracts(Progress progress) {
    Sides inbound = new Sides(space, atoms, decisions, Rule.Direction.INBOUND);
    Sides outbound = new Sides(space, atoms, decisions, Rule.Direction.OUTBOUND);
    new Pairs(atoms, decisions, inbound, outbound, progress).forEach(this::add);
    for (RuleSet set : space.sets()) {
      addTripwires(set, Rule.Direction.INBOUND);
      addTripwires(set, Rule.Direction.OUTBOUND);
    }
    tellLosses();
    return table.contracts();
  }

  /** For ids of rules of which nothing is left, a rule that decides in place of them. */
  Map<String, Rule> hidden() {
    return decisions.hidden();
  }

  private void add(int provider, BitSet consumers, Decision decision, Returns returns) {
    BitSet providers = new BitSet();
    providers.set(provider);
    Terms said =
        terms.computeIfAbsent(
            new Both(decision, returns),
            key -> Terms.of(decision, returns, settings.portless(), decisions));
    for (Terms.Term term : said.terms()) {
      put(term.rule(), consumers, providers, term.services(), term.level(), term.log());
    }
    for (Terms.Loss loss : said.losses()) {
      BitSet concerned = losses.computeIfAbsent(loss, key -> new BitSet());
      concerned.or(loss.end() == Terms.End.CLIENT ? consumers : providers);
    }
  }

  private void put(
      Rule rule,
      BitSet consumers,
      BitSet providers,
      ServiceParts parts,
      String level,
      boolean log) {
    boolean redirected = level == null && isInspected(rule) && !settings.graph().isEmpty();
    table.add(rule, consumers, providers, parts, level, log, redirected);
  }

  /** Tripwires of hosts that deny the rest anyway; below all permits, to be seen in the fabric. */
  private void addTripwires(RuleSet set, Rule.Direction direction) {
    List<Rule> rules = set.rules(direction);
    if (rules.get(rules.size() - 1).action() == Rule.Action.PERMIT) {
      return;
    }
    for (Rule rule : rules) {
      boolean all = decisions.services(rule).equals(ServiceLine.ANY);
      if (rule.action() == Rule.Action.DENY && !all) {
        BitSet own = (BitSet) atoms.own(set).clone();
        own.and(atoms.of(Sides.own(rule)));
        BitSet peers = atoms.of(Sides.peer(rule));
        boolean inbound = direction == Rule.Direction.INBOUND;
        put(
            rule,
            inbound ? peers : own,
            inbound ? own : peers,
            ServiceParts.deny(decisions.services(rule)),
            BELOW_PERMITS,
            rule.log());
      }
    }
  }

  private void tellLosses() {
    Map<String, Rule> rules = new HashMap<>();
    Map<String, List<RuleSet>> byRule = new HashMap<>();
    for (RuleSet set : space.sets()) {
      for (Rule rule : set.rules()) {
        rules.putIfAbsent(rule.id(), rule);
        byRule.computeIfAbsent(rule.id(), key -> new ArrayList<>()).add(set);
      }
    }
    losses.forEach(
        (loss, concerned) -> {
          Rule rule = rules.get(loss.rule());
          if (loss.end() == Terms.End.ANY) {
            limitations.lost(loss, null, rule);
            return;
          }
          byRule.get(loss.rule()).stream()
              .filter(set -> atoms.own(set).intersects(concerned))
              .forEach(set -> limitations.lost(loss, set, rule));
        });
  }

  static boolean isInspected(Rule rule) {
    return rule.kind() == Rule.Kind.FLOW
        && rule.inspection() != null
        && rule.inspection() != Inspection.LAYER_4
        && rule.inspection() != Inspection.EXEMPT;
  }
}
