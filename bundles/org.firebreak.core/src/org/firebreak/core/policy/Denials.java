package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.Inspection;

/**
 * The last rules of a list, which decide what nothing before them permits: tripwires and the rest,
 * each denied, or permitted and logged where the roll-out does not deny it yet.
 */
final class Denials {
  /**
   * Which connections a rule is for.
   *
   * @param key tells the rules of one list apart; empty for all connections
   */
  private record Ends(String key, AddressGroup source, AddressGroup destination) {
    static final List<Ends> ALL = List.of(new Ends("", AddressGroup.ANY, AddressGroup.ANY));

    static List<Ends> eitherIn(AddressGroup group) {
      return List.of(
          new Ends("src", group, AddressGroup.ANY), new Ends("dst", AddressGroup.ANY, group));
    }
  }

  private final Rule.Direction direction;
  private final List<PolicyTripwire> tripwires;
  private final List<Rule> rules = new ArrayList<>();

  Denials(Rule.Direction direction, List<PolicyTripwire> tripwires) {
    this.direction = direction;
    this.tripwires = tripwires;
  }

  /** The rules added so far. */
  List<Rule> rules() {
    return rules;
  }

  /** What a phase does with all connections. */
  Denials add(RolloutPhase phase) {
    return addTripwires(Ends.ALL, phase.tripwiresDeny())
        .addRest(Ends.ALL, phase == RolloutPhase.ENFORCE);
  }

  /** Tripwires on connections of which either end is in the group. */
  Denials addTripwires(AddressGroup group, boolean deny) {
    return addTripwires(ends(group), deny);
  }

  /** All other connections of which either end is in the group. */
  Denials addRest(AddressGroup group, boolean deny) {
    return addRest(ends(group), deny);
  }

  private static List<Ends> ends(AddressGroup group) {
    if (group.addresses().isEmpty()) {
      return List.of();
    }
    return group.isAny() ? Ends.ALL : Ends.eitherIn(group);
  }

  private Denials addTripwires(List<Ends> ends, boolean deny) {
    for (PolicyTripwire tripwire : tripwires) {
      if (!tripwire.services().isEmpty()) {
        ends.forEach(each -> rules.add(tripwire(each, tripwire, deny)));
      }
    }
    return this;
  }

  private Denials addRest(List<Ends> ends, boolean deny) {
    ends.forEach(each -> rules.add(rest(each, deny)));
    return this;
  }

  private Rule tripwire(Ends ends, PolicyTripwire tripwire, boolean deny) {
    boolean any = tripwire.services().stream().anyMatch(service -> service.match().isAny());
    List<String> key = new ArrayList<>(List.of(tripwire.ref().id()));
    if (!ends.key().isEmpty()) {
      key.add(ends.key());
    }
    return rule(
        ends,
        (deny ? "T-" : "M-") + RuleFactory.hash(key),
        deny ? Rule.Kind.TRIPWIRE : Rule.Kind.MONITORED,
        any ? List.of() : tripwire.services(),
        deny ? new Rule.Alert(tripwire.severity(), tripwire.recipients()) : null,
        List.of(tripwire.ref()));
  }

  private Rule rest(Ends ends, boolean deny) {
    return rule(
        ends,
        (deny ? "D" : "M") + (ends.key().isEmpty() ? "" : "-" + ends.key()),
        deny ? Rule.Kind.DEFAULT_DENY : Rule.Kind.MONITORED,
        List.of(),
        null,
        List.of());
  }

  private Rule rule(
      Ends ends,
      String id,
      Rule.Kind kind,
      List<PolicyService> services,
      Rule.Alert alert,
      List<ElementRef> origins) {
    boolean deny = kind != Rule.Kind.MONITORED;
    return new Rule(
        id + RuleFactory.suffix(direction),
        kind,
        direction,
        ends.source(),
        ends.destination(),
        services,
        deny ? Rule.Action.DENY : Rule.Action.PERMIT,
        true,
        alert,
        deny ? null : Inspection.LAYER_4,
        origins);
  }
}
