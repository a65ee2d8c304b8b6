package org.firebreak.exports.kubernetes;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;

/**
 * Ordered rules as a union of permits, for platforms on which order does not decide: what earlier
 * rules deny is taken out of later permits.
 */
public final class Permits {
  /**
   * A part of what one rule permits.
   *
   * @param peer the end that is not the host itself, without what earlier rules deny
   * @param everyOwn whether it holds for all addresses of the host
   * @param services what is left of its services, on the service line
   */
  public record Permit(Rule rule, AddressGroup peer, boolean everyOwn, Intervals services) {}

  /**
   * What one tripwire denies everybody, whatever others permit.
   *
   * @param services those of its services that no permit speaks of, on the service line
   */
  public record Denial(Rule rule, Intervals services) {}

  private Permits() {}

  /**
   * Tripwires as denials that beat every permit: services that some rule permits are left out, for
   * without a permit they are denied anyway.
   */
  public static List<Denial> denials(List<Rule> rules) {
    Intervals permitted =
        Intervals.union(
            rules.stream()
                .filter(rule -> rule.action() == Rule.Action.PERMIT)
                .map(Services::line)
                .toList());
    List<Denial> denials = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.kind() == Rule.Kind.TRIPWIRE && rule.action() == Rule.Action.DENY) {
        Intervals services = Services.line(rule).minus(permitted);
        if (!services.isEmpty() && !Services.of(services).hasNoPorts()) {
          denials.add(new Denial(rule, services));
        }
      }
    }
    return denials;
  }

  /**
   * The permits of the rules of one direction, in their order; together exactly what they permit.
   */
  public static List<Permit> of(List<Rule> rules) {
    return org.firebreak.exports.cloud.Permits.of(rules).stream()
        .map(
            part ->
                new Permit(
                    part.rule(),
                    named(peer(part.rule()), part.peer()),
                    part.own().isAny(),
                    part.services()))
        .toList();
  }

  /** What is left of a group is still of its element, so that it is found by the element's pods. */
  private static AddressGroup named(AddressGroup whole, AddressGroup left) {
    return left == whole
        ? whole
        : new AddressGroup(whole.element(), whole.name(), left.addresses());
  }

  /** The end of a rule that is not the host itself. */
  public static AddressGroup peer(Rule rule) {
    return rule.direction() == Rule.Direction.INBOUND ? rule.source() : rule.destination();
  }

  /** The end of a rule that is the host itself. */
  public static AddressGroup own(Rule rule) {
    return rule.direction() == Rule.Direction.INBOUND ? rule.destination() : rule.source();
  }
}
