package org.firebreak.exports.linux;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.model.Inspection;

/** What the packet filters of Linux cannot do of a policy; each model element is reported once. */
public final class FilterLimitations {
  private final ExportSink sink;
  private final String platform;
  private final Set<String> reported = new HashSet<>();

  public FilterLimitations(ExportSink sink, String platform) {
    this.sink = sink;
    this.platform = platform;
  }

  /** Reports what is lost of a rule set. */
  public void add(RuleSet set) {
    for (Rule rule : set.rules()) {
      if (rule.kind() == Rule.Kind.FLOW && isInspected(rule.inspection())) {
        String reason =
            "asks for inspection ("
                + rule.inspection().getLiteral()
                + "); "
                + platform
                + " filters by address, protocol and port only";
        rule.origins()
            .forEach(flow -> report(set, rule, flow, "Flow " + flow.name() + " " + reason));
      }
      if (rule.alert() != null && !rule.alert().recipients().isEmpty()) {
        rule.origins()
            .forEach(
                tripwire ->
                    report(
                        set,
                        rule,
                        tripwire,
                        "Tripwire "
                            + tripwire.name()
                            + " notifies by e-mail; "
                            + platform
                            + " writes a log entry with the prefix"
                            + " firebreak:alert:, which the log collector must turn into mail"));
      }
    }
  }

  private static boolean isInspected(Inspection inspection) {
    return inspection != null
        && inspection != Inspection.LAYER_4
        && inspection != Inspection.EXEMPT;
  }

  private void report(RuleSet set, Rule rule, ElementRef element, String reason) {
    if (reported.add(element.id())) {
      sink.limitation(
          new Limitation(
              Limitation.Effect.REDUCED, set.name(), rule.id(), List.of(element), reason + "."));
    }
  }
}
