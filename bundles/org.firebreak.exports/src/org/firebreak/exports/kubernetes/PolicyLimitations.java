package org.firebreak.exports.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Limitation.Logging;
import org.firebreak.model.Inspection;

/** Reports what a platform cannot express; a loss without effect on verdicts once an element. */
public final class PolicyLimitations {
  private final ExportSink sink;
  private final String platform;
  private final Set<String> reported = new HashSet<>();

  /**
   * @param platform its name, to begin sentences with
   */
  public PolicyLimitations(ExportSink sink, String platform) {
    this.sink = sink;
    this.platform = platform;
  }

  /** Something that a rule permits is denied. */
  public void deniesMore(RuleSet set, Rule rule, String reason) {
    sink.limitation(
        new Limitation(
            Limitation.Effect.DENIES_MORE,
            set.name(),
            rule.id(),
            rule.origins(),
            platform + " " + reason + "."));
  }

  /** Port 0 is left out of a rule that permits or denies it. */
  public void portZero(RuleSet set, Rule rule) {
    sink.limitation(
        new Limitation(
            rule.action() == Rule.Action.PERMIT
                ? Limitation.Effect.DENIES_MORE
                : Limitation.Effect.PERMITS_MORE,
            set.name(),
            rule.id(),
            rule.origins(),
            platform
                + " cannot name port 0; the rule says nothing of connections to it, which are "
                + (rule.action() == Rule.Action.PERMIT ? "denied." : "left to later rules.")));
  }

  /** An option permits something at every pod; the option's name stands for the rule. */
  public void option(String option, String reason) {
    sink.limitation(
        new Limitation(Limitation.Effect.PERMITS_MORE, null, option, List.of(), reason + "."));
  }

  /** Something that holds for the whole export. */
  public void whole(Limitation.Effect effect, String reason) {
    sink.limitation(new Limitation(effect, null, null, List.of(), reason + "."));
  }

  /** Parts of services that the platform has no words for. */
  public void services(RuleSet set, Rule rule, Services services, boolean icmpIsKnown) {
    if (!services.any()) {
      if (!icmpIsKnown && !(services.icmp().isEmpty() && services.icmpv6().isEmpty())) {
        deniesMore(
            set,
            rule,
            "cannot name ICMP; the ICMP of this rule is not permitted by any policy, and passes"
                + " only if the network plugin leaves all ICMP alone");
      }
      if (!services.others().isEmpty()) {
        deniesMore(
            set,
            rule,
            "cannot name protocols other than TCP, UDP"
                + (icmpIsKnown ? ", SCTP and ICMP" : " and SCTP")
                + "; the others of this rule are not permitted by any policy");
      }
    }
    if (services.namesPortZero()) {
      deniesMore(set, rule, "cannot name port 0; connections to it are denied");
    }
  }

  /** What is lost of log, alert and inspection. */
  public void reduced(RuleSet set, boolean logs, String logHint) {
    for (Rule rule : set.rules()) {
      if (rule.kind() == Rule.Kind.FLOW && rule.log() && !logs) {
        String reason = "asks for log entries; " + platform + " writes none: " + logHint;
        report(set, rule, "Flow", reason, Set.of(Logging.NO_LOG));
      }
      if (isInspected(rule.inspection())) {
        report(
            set,
            rule,
            "Flow",
            "asks for inspection ("
                + rule.inspection().getLiteral()
                + "); "
                + platform
                + " filters by pod, address, protocol and port only",
            Set.of());
      }
      if (rule.alert() != null) {
        String reason = "alerts; " + platform + " raises no alert: " + logHint;
        report(set, rule, "Tripwire", reason, Set.of(Logging.NO_ALERT));
      }
    }
  }

  private static boolean isInspected(Inspection inspection) {
    return inspection != null
        && inspection != Inspection.LAYER_4
        && inspection != Inspection.EXEMPT;
  }

  private void report(RuleSet set, Rule rule, String what, String reason, Set<Logging> logging) {
    for (ElementRef element : rule.origins()) {
      if (reported.add(element.id() + reason)) {
        sink.limitation(
            new Limitation(
                Limitation.Effect.REDUCED,
                set.name(),
                rule.id(),
                List.of(element),
                what + " " + element.name() + " " + reason + ".",
                logging));
      }
    }
  }
}
