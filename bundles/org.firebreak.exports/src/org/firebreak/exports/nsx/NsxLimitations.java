package org.firebreak.exports.nsx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Limitation.Effect;
import org.firebreak.model.Inspection;

/** What NSX cannot do of a policy, or only as long as something holds. */
final class NsxLimitations {
  private static final String FEWER =
      "Choose another strategy, let flows name groups and zones instead of servers";

  private final ExportSink sink;
  private final NsxSettings settings;
  private final Set<String> reported = new HashSet<>();
  private int rules;

  NsxLimitations(ExportSink sink, NsxSettings settings) {
    this.sink = sink;
    this.settings = settings;
  }

  private void report(
      Effect effect, RuleSet set, Rule rule, List<ElementRef> elements, String reason) {
    sink.limitation(limitation(effect, set, rule, elements, reason));
  }

  private static Limitation limitation(
      Effect effect, RuleSet set, Rule rule, List<ElementRef> elements, String reason) {
    return new Limitation(
        effect, set == null ? null : set.name(), rule == null ? null : rule.id(), elements, reason);
  }

  /** What holds for everything that is exported. */
  void assumptions() {
    report(
        Effect.ASSUMPTION,
        null,
        null,
        List.of(),
        "Policies apply to VMs that carry the tags of vm-tags.json; a VM without its tag is left to"
            + " the default rule of the manager, which permits unless it is changed."
            + (settings.byTag()
                ? " Groups by tag hold the addresses that NSX discovers of their VMs (VMware Tools,"
                    + " ARP, DHCP or neighbour snooping)."
                : ""));
  }

  /** Whether what no other rule decides is permitted, as in the first phases of a roll-out. */
  static boolean endsOpen(RuleSet set, Rule.Direction direction) {
    List<Rule> rules = set.rules(direction);
    return !rules.isEmpty() && rules.get(rules.size() - 1).action() == Rule.Action.PERMIT;
  }

  /** Services of rules for which there is no service entry. */
  void inexpressible(RuleSet set, List<Rule> rules, List<PolicyService> services, boolean widened) {
    String names =
        services.stream()
            .map(service -> service.ref().name() + " (" + service.match() + ")")
            .collect(Collectors.joining(", "));
    String why = ": NSX has no ports of SCTP and no ICMP code without its type.";
    for (Rule rule : rules) {
      if (rule.action() == Rule.Action.PERMIT) {
        report(Effect.DENIES_MORE, set, rule, rule.origins(), "Not permitted: " + names + why);
      } else if (widened) {
        report(
            Effect.DENIES_MORE,
            set,
            rule,
            rule.origins(),
            "SCTP is denied on every port for the sake of " + names + why);
      } else if (endsOpen(set, rule.direction())) {
        report(
            Effect.PERMITS_MORE,
            set,
            rule,
            rule.origins(),
            "Left to the last rule, which permits and logs: " + names + why);
      } else {
        sink.limitation(
            limitation(
                    Effect.REDUCED,
                    set,
                    rule,
                    rule.origins(),
                    "Denied and logged by the last rule, without an alert of its own: "
                        + names
                        + why)
                .logging(Limitation.Logging.NO_ALERT));
      }
    }
  }

  /** What rules ask for beyond addresses and ports; each flow and tripwire is reported once. */
  void addFeatures(RuleSet set) {
    for (Rule rule : set.rules()) {
      if (rule.kind() == Rule.Kind.FLOW
          && rule.inspection() != null
          && rule.inspection() != Inspection.LAYER_4
          && rule.inspection() != Inspection.EXEMPT) {
        for (ElementRef flow : rule.origins()) {
          once(
              set,
              rule,
              flow,
              "Flow "
                  + flow.name()
                  + " asks for inspection ("
                  + rule.inspection().getLiteral()
                  + "); no context profile and no IDS rule is written, because no application name"
                  + " is confirmed for NSX.");
        }
      }
      if (rule.alert() != null && !rule.alert().recipients().isEmpty()) {
        for (ElementRef tripwire : rule.origins()) {
          once(
              set,
              rule,
              tripwire,
              "Tripwire "
                  + tripwire.name()
                  + " notifies by e-mail; NSX logs with the label firebreak-alert-, which the log"
                  + " collector must turn into mail.");
        }
      }
    }
  }

  private void once(RuleSet set, Rule rule, ElementRef element, String reason) {
    if (reported.add(element.id())) {
      report(Effect.REDUCED, set, rule, List.of(element), reason);
    }
  }

  /**
   * Counts the rules of a rule set against the limits.
   *
   * @param objects policies that hold them, some of them several times for different VMs
   * @param each rules that each VM gets
   * @throws ExportException if a network card does not take them
   */
  void count(RuleSet set, List<PolicyObjects.PolicyObject> objects, int each)
      throws ExportException {
    for (PolicyObjects.PolicyObject object : objects) {
      rules += object.intents() - 1;
      sink.made(settings.rulesOfManager(), object.intents() - 1);
      sink.held(PolicyObjects.LIMIT, object.intents() - 1);
    }
    sink.held(settings.rulesOfCard(), each);
    settings
        .rulesOfCard()
        .require(
            "NSX",
            "each VM of " + set.name(),
            each,
            FEWER + ", or, if your release takes more, set the option nsx.rules-per-card.");
  }

  /**
   * Checks what the manager gets in all.
   *
   * @throws ExportException if it does not take that many rules
   */
  void finish() throws ExportException {
    settings
        .rulesOfManager()
        .require(
            "NSX",
            "the manager",
            rules,
            FEWER
                + ", divide the design among several managers, or, if yours takes more, set the"
                + " option nsx.rules-per-manager.");
  }
}
