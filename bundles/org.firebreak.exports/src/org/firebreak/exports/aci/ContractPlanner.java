package org.firebreak.exports.aci;

import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.model.Inspection;

/**
 * Turns ordered rules of hosts into contracts. The fabric decides once for a pair: where both ends
 * are hosts of this export, the permit of the provider's host stands for both, since the same flow
 * permits it at the consumer's, and the rest is permitted only if neither end denies it.
 */
final class ContractPlanner {
  private static final String BEATS_PERMITS = "default";
  private static final String BELOW_PERMITS = "level1";

  /** Protocols of which the fabric can tell connections from replies. */
  private static final Intervals WITH_REPLIES =
      Intervals.union(
          List.of(
              ServiceLine.of(IpProtocols.TCP),
              ServiceLine.of(IpProtocols.ICMP),
              ServiceLine.of(IpProtocols.ICMPV6)));

  private final Atoms atoms;
  private final AciSettings settings;
  private final AciLimitations limitations;
  private final ContractTable table;
  private final Set<RuleSet> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final BitSet openAtoms = new BitSet();
  private final BitSet enforced = new BitSet();

  ContractPlanner(Space space, Atoms atoms, AciSettings settings, AciLimitations limitations) {
    this.atoms = atoms;
    this.settings = settings;
    this.limitations = limitations;
    this.table = new ContractTable(atoms);
    for (RuleSet set : space.sets()) {
      if (endsOpen(set.rules(Rule.Direction.INBOUND))) {
        open.add(set);
      }
    }
    for (Atom atom : atoms.all()) {
      enforced.set(atom.index(), atom.isEnforced());
      openAtoms.set(atom.index(), !atom.isEnforced() || open.contains(atom.set()));
    }
  }

  private static boolean endsOpen(List<Rule> rules) {
    return !rules.isEmpty() && rules.get(rules.size() - 1).action() == Rule.Action.PERMIT;
  }

  List<Contract> contracts() {
    return table.contracts();
  }

  /** Adds the rules of some hosts. */
  void add(RuleSet set) {
    add(set, Rule.Direction.INBOUND);
    add(set, Rule.Direction.OUTBOUND);
  }

  private void add(RuleSet set, Rule.Direction direction) {
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
          PeerClaims claims = new PeerClaims();
          speaking.stream().forEach(i -> add(set, own, rules, i, claims));
        });
  }

  private static AddressGroup own(Rule rule) {
    return rule.direction() == Rule.Direction.INBOUND ? rule.destination() : rule.source();
  }

  private static AddressGroup peer(Rule rule) {
    return rule.direction() == Rule.Direction.INBOUND ? rule.source() : rule.destination();
  }

  private void add(RuleSet set, BitSet own, List<Rule> rules, int number, PeerClaims claims) {
    Rule rule = rules.get(number);
    boolean last = number == rules.size() - 1;
    BitSet peers = (BitSet) atoms.of(peer(rule)).clone();
    Intervals services =
        rule.services().isEmpty() ? ServiceLine.ANY : ServiceLine.of(rule.services());
    if (rule.action() == Rule.Action.DENY) {
      if (!last && services.equals(ServiceLine.ANY)) {
        claims.add(peers, services, false, rule.log());
      } else if (!last && open.contains(set)) {
        denyBeforePermit(set, rule, own, peers, services, claims);
      } else if (!last) {
        put(rule, own, peers, ServiceParts.deny(services), BELOW_PERMITS, rule.log());
      }
    } else if (last || rule.kind() != Rule.Kind.MONITORED) {
      permit(set, rule, own, peers, services, claims);
      claims.add(peers, services, true, rule.log());
    }
  }

  private void denyBeforePermit(
      RuleSet set, Rule rule, BitSet own, BitSet peers, Intervals services, PeerClaims claims) {
    claims
        .leftToDeny(peers, services)
        .forEach(
            (left, of) -> {
              ServiceParts parts = ServiceParts.deny(left);
              limitations.notDenied(set, rule, parts.lost());
              put(rule, own, of, parts, BEATS_PERMITS, rule.log());
            });
  }

  private void permit(
      RuleSet set, Rule rule, BitSet own, BitSet peers, Intervals services, PeerClaims claims) {
    // with these everything is permitted that no tripwire covers
    BitSet willing = (BitSet) peers.clone();
    willing.and(open.contains(set) ? openAtoms : new BitSet());
    claims
        .leftToPermit(willing, services, rule.log())
        .forEach((left, of) -> permit(set, rule, own, of, left, ServiceParts.Slack.OPEN));
    BitSet strict = (BitSet) peers.clone();
    strict.andNot(willing);
    if (rule.kind() == Rule.Kind.MONITORED) {
      if (!strict.isEmpty()) {
        limitations.deniedByPeer(set);
      }
      return;
    }
    ServiceParts.Slack slack =
        settings.portless() ? ServiceParts.Slack.MIRROR : ServiceParts.Slack.NONE;
    Intervals sayable = services;
    if (services.equals(ServiceLine.ANY) && !settings.portless() && !strict.isEmpty()) {
      limitations.notPermitted(set, rule, List.of("every protocol but TCP and ICMP"));
      sayable = WITH_REPLIES;
    }
    claims
        .leftToPermit(strict, sayable, rule.log())
        .forEach((left, of) -> permit(set, rule, own, of, left, slack));
  }

  private void permit(
      RuleSet set,
      Rule rule,
      BitSet own,
      BitSet peers,
      Intervals services,
      ServiceParts.Slack slack) {
    if (peers.isEmpty()) {
      return;
    }
    ServiceParts parts = ServiceParts.permit(services, slack);
    boolean rest = rule.kind() == Rule.Kind.MONITORED;
    limitations.notPermitted(set, rule, parts.lost());
    boolean blunt = !rest && (parts.mirrored() || parts.widened());
    if (blunt) {
      limitations.mirrored(rule, slack == ServiceParts.Slack.OPEN);
    }
    BitSet written = (BitSet) peers.clone();
    if (rule.direction() == Rule.Direction.OUTBOUND) {
      written.andNot(enforced);
    }
    put(rule, own, written, parts, null, rule.log() && !blunt);
  }

  private void put(
      Rule rule, BitSet own, BitSet peers, ServiceParts parts, String level, boolean log) {
    boolean inbound = rule.direction() == Rule.Direction.INBOUND;
    boolean redirected = level == null && isInspected(rule) && !settings.graph().isEmpty();
    table.add(rule, inbound ? peers : own, inbound ? own : peers, parts, level, log, redirected);
  }

  static boolean isInspected(Rule rule) {
    return rule.kind() == Rule.Kind.FLOW
        && rule.inspection() != null
        && rule.inspection() != Inspection.LAYER_4
        && rule.inspection() != Inspection.EXEMPT;
  }
}
