package org.firebreak.exports.cloud;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Limitation.Logging;
import org.firebreak.model.Inspection;

/** Reports what a platform cannot say; of logging and inspection once for each model element. */
public final class CloudLimitations {
  private final ExportSink sink;
  private final String platform;
  private final Set<Capability> capabilities;
  private final Set<String> reported = new HashSet<>();

  public CloudLimitations(ExportSink sink, String platform, Set<Capability> capabilities) {
    this.sink = sink;
    this.platform = platform;
    this.capabilities = capabilities;
  }

  /** Reports what is lost of logging, alerts and inspection. */
  public void addReduced(RuleSet set) {
    for (Rule rule : set.rules()) {
      if (isInspected(rule)) {
        reduced(
            set,
            rule,
            " asks for inspection ("
                + rule.inspection().getLiteral()
                + "); "
                + platform
                + " filters by address, protocol and port only.",
            Set.of());
      }
      if (rule.alert() != null && !capabilities.contains(Capability.ALERT)) {
        String reason = " cannot be told from other denials by " + platform + ".";
        reduced(set, rule, reason, Set.of(Logging.NO_ALERT));
      } else if (rule.alert() != null && !rule.alert().recipients().isEmpty()) {
        reduced(
            set,
            rule,
            " notifies by e-mail; make an alert on the log entries of its rules, "
                + platform
                + " sends no mail by itself.",
            Set.of());
      } else if (rule.log()
          && rule.action() == Rule.Action.PERMIT
          && !capabilities.contains(Capability.LOG)) {
        String reason = " asks for logging; " + platform + " has no log of single rules.";
        reduced(set, rule, reason, Set.of(Logging.NO_LOG));
      }
    }
  }

  private static boolean isInspected(Rule rule) {
    return rule.kind() == Rule.Kind.FLOW
        && rule.inspection() != null
        && rule.inspection() != Inspection.LAYER_4
        && rule.inspection() != Inspection.EXEMPT;
  }

  private void reduced(RuleSet set, Rule rule, String reason, Set<Logging> logging) {
    for (ElementRef origin : rule.origins()) {
      if (reported.add(origin.id() + reason)) {
        sink.limitation(
            new Limitation(
                Limitation.Effect.REDUCED,
                set.name(),
                rule.id(),
                List.of(origin),
                origin.type() + " " + origin.name() + reason,
                logging));
      }
    }
  }

  /** Reports that a rule, or a part of it, is denied on the platform, once for the same reason. */
  public void deniesMore(RuleSet set, Rule rule, String reason) {
    if (reported.add(set.name() + "\n" + rule.id() + "\n" + reason)) {
      sink.limitation(
          new Limitation(
              Limitation.Effect.DENIES_MORE, set.name(), rule.id(), rule.origins(), reason));
    }
  }

  /** Reports something that the operator has to see to, for the whole export. */
  public void assumption(String reason) {
    sink.limitation(new Limitation(Limitation.Effect.ASSUMPTION, null, null, List.of(), reason));
  }
}
