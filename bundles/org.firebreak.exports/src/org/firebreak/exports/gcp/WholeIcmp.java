package org.firebreak.exports.gcp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.cloud.CloudLimitations;
import org.firebreak.exports.cloud.Permit;
import org.firebreak.exports.cloud.Permits;
import org.firebreak.exports.cloud.ServicePiece;

/**
 * The services of rules without ICMP types, which Google Cloud cannot name: denials deny ICMP as a
 * whole, permits leave it out unless all of it is permitted anyway.
 */
final class WholeIcmp {
  private final RuleSet set;
  private final List<Rule> rules;
  private final CloudLimitations limitations;
  private final ExportSink sink;

  /**
   * @param rules rules of one direction, in order
   */
  WholeIcmp(RuleSet set, List<Rule> rules, CloudLimitations limitations, ExportSink sink) {
    this.set = set;
    this.rules = rules;
    this.limitations = limitations;
    this.sink = sink;
  }

  /** What a rule can say of its services, at the place of the rule among all. */
  List<ServicePiece> pieces(int place, Permit box) {
    List<ServicePiece> pieces = new ArrayList<>();
    Set<Integer> partial = new LinkedHashSet<>();
    for (ServicePiece piece : ServicePiece.of(box.services())) {
      if (isIcmpType(piece)) {
        partial.add(piece.protocol());
      } else {
        pieces.add(piece);
      }
    }
    for (int protocol : partial) {
      if (isWritten(place, box, ServiceLine.of(protocol))) {
        pieces.add(new ServicePiece(protocol, -1, -1));
      }
    }
    return pieces;
  }

  private static boolean isIcmpType(ServicePiece piece) {
    return piece.isPartial() && IpProtocols.isIcmp(piece.protocol());
  }

  /** Whether the rule speaks of all ICMP instead of some types, and reports what that means. */
  private boolean isWritten(int place, Permit box, Intervals icmp) {
    if (box.rule().action() == Rule.Action.DENY) {
      for (Rule later : rules.subList(place + 1, rules.size())) {
        if (later.action() == Rule.Action.PERMIT && meets(Permits.box(later), box, icmp)) {
          limitations.deniesMore(
              set,
              later,
              "A denial before it names ICMP types, which Google Cloud cannot; it denies ICMP as a"
                  + " whole.");
        }
      }
      return true;
    }
    List<Rule> met = new ArrayList<>();
    for (Rule later : rules.subList(place + 1, rules.size())) {
      Permit other = Permits.box(later);
      if (meets(other, box, icmp)) {
        if (later.action() == Rule.Action.DENY) {
          break;
        }
        met.add(later);
        if (other.peer().addresses().containsAll(box.peer().addresses())
            && other.own().containsAll(box.own())
            && icmp.minus(other.services()).isEmpty()) {
          return isPermittedAnyway(box.rule(), met);
        }
      }
    }
    for (Rule later : rules.subList(place + 1, rules.size())) {
      if (later.action() == Rule.Action.PERMIT
          && later.log() != box.rule().log()
          && meets(Permits.box(later), box, icmp)) {
        logsOtherwise(box.rule(), later);
      }
    }
    limitations.deniesMore(
        set, box.rule(), "Google Cloud knows ICMP as a whole; the rule's ICMP types are left out.");
    return false;
  }

  /** Whether all ICMP is written here; else it is left to the later permits. */
  private boolean isPermittedAnyway(Rule rule, List<Rule> later) {
    if (!rule.log()) {
      later.stream().filter(Rule::log).forEach(each -> logsOtherwise(each, rule));
      return true;
    }
    if (later.stream().allMatch(Rule::log)) {
      return true;
    }
    logsOtherwise(rule, later.get(0));
    return false;
  }

  private void logsOtherwise(Rule rule, Rule by) {
    sink.limitation(
        new Limitation(
                Limitation.Effect.REDUCED,
                set.name(),
                rule.id(),
                rule.origins(),
                "Google Cloud knows ICMP as a whole; what ICMP the rule permits is permitted by "
                    + by.id()
                    + (by.log() ? " with a log entry." : " without a log entry."))
            .logging(by.log() ? Limitation.Logging.MORE_LOG : Limitation.Logging.NO_LOG));
  }

  private static boolean meets(Permit one, Permit other, Intervals icmp) {
    return one.services().intersects(icmp)
        && one.own().intersects(other.own())
        && one.peer().addresses().intersects(other.peer().addresses());
  }
}
