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
   * What one rule permits.
   *
   * @param services what is left of its services after earlier denials, on the service line
   * @param narrowed whether more was taken out than earlier rules deny
   */
  public record Permit(Rule rule, Intervals services, boolean narrowed) {}

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

  /** The permits of the rules of one direction, in their order. */
  public static List<Permit> of(List<Rule> rules) {
    List<Permit> permits = new ArrayList<>();
    List<Rule> denials = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.action() == Rule.Action.DENY) {
        denials.add(rule);
      } else {
        Permit permit = permit(rule, denials);
        if (!permit.services().isEmpty()) {
          permits.add(permit);
        }
      }
    }
    return permits;
  }

  private static Permit permit(Rule rule, List<Rule> denials) {
    Intervals services = Services.line(rule);
    boolean narrowed = false;
    for (Rule denial : denials) {
      Intervals denied = Services.line(denial);
      if (services.intersects(denied)
          && meets(denial.source(), rule.source())
          && meets(denial.destination(), rule.destination())) {
        services = services.minus(denied);
        narrowed |=
            !covers(denial.source(), rule.source())
                || !covers(denial.destination(), rule.destination());
      }
    }
    return new Permit(rule, services, narrowed);
  }

  private static boolean meets(AddressGroup left, AddressGroup right) {
    return left.isAny() || right.isAny() || left.addresses().intersects(right.addresses());
  }

  private static boolean covers(AddressGroup outer, AddressGroup inner) {
    return outer.isAny() || outer.addresses().containsAll(inner.addresses());
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
