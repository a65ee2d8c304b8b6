package org.firebreak.exports.panos;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limitation;
import org.firebreak.exports.Limitation.Effect;
import org.firebreak.exports.RolloutPhase;
import org.firebreak.model.Inspection;

/** What PAN-OS cannot do of a rule set, or only if the operator does something. */
final class PanOsLimitations {
  /** Limits of the largest firewalls (PA-5450, PA-7080), October 2022. */
  private static final int MOST_RULES = 65_000;

  private static final int MOST_ADDRESSES = 160_000;

  private final RuleSet ruleSet;
  private final ExportSink sink;
  private final Set<String> unconfirmed = new HashSet<>();

  PanOsLimitations(RuleSet ruleSet, ExportSink sink) {
    this.ruleSet = ruleSet;
    this.sink = sink;
  }

  private void report(Effect effect, Rule rule, List<ElementRef> elements, String reason) {
    sink.limitation(
        new Limitation(effect, ruleSet.name(), rule == null ? null : rule.id(), elements, reason));
  }

  /** Services of a rule for which there is neither a service object nor a confirmed App-ID. */
  void inexpressible(Rule rule, List<PolicyService> services, RolloutPhase phase) {
    if (services.isEmpty()) {
      return;
    }
    String names =
        services.stream()
            .map(service -> service.ref().name() + " (" + service.match() + ")")
            .collect(Collectors.joining(", "));
    String why =
        ": PAN-OS services are TCP, UDP and SCTP ports, and no confirmed App-ID covers exactly"
            + " this";
    if (phase != RolloutPhase.ENFORCE) {
      // a tripwire that should deny is the only thing that such a service changes in these phases
      report(
          phase.denies(rule) ? Effect.PERMITS_MORE : Effect.REDUCED,
          rule,
          rule.origins(),
          "Without a rule of its own, left to later ones, the last of which permits and logs in"
              + " phase "
              + phase.literal()
              + ": "
              + names
              + why
              + ".");
    } else if (rule.action() == Rule.Action.PERMIT) {
      report(Effect.DENIES_MORE, rule, rule.origins(), "Not permitted: " + names + why + ".");
    } else {
      report(
          Effect.REDUCED,
          rule,
          rule.origins(),
          "Denied and logged, but without an alert of its own: " + names + why + ".");
    }
  }

  /** A service whose application name is not known to exist; reported once. */
  void unconfirmed(PolicyService service) {
    if (unconfirmed.add(service.ref().id())) {
      report(
          Effect.REDUCED,
          null,
          List.of(service.ref()),
          "Service "
              + service.ref().name()
              + " is matched by port alone: the App-ID "
              + service.application()
              + " is not confirmed.");
    }
  }

  /** Inspection of TLS needs decryption rules, which need certificates. */
  void inspection(Rule rule) {
    if (rule.inspection() == Inspection.THREAT_PREVENTION_TLS) {
      report(
          Effect.REDUCED,
          rule,
          rule.origins(),
          "Encrypted content is not inspected until the operator adds a decryption rule with its"
              + " certificate; the export writes none.");
    }
  }

  /** Mail of a tripwire. */
  void mail(Rule rule, PanOsSettings settings) {
    if (rule.alert() == null
        || settings.phase().monitors(rule)
        || rule.alert().recipients().isEmpty()) {
      return;
    }
    String tripwire = rule.origins().get(0).name();
    if (!settings.mails()) {
      report(
          Effect.REDUCED,
          rule,
          rule.origins(),
          "Tripwire "
              + tripwire
              + " sends no mail: set the options panos.smtp-gateway and panos.smtp-from.");
      return;
    }
    List<String> refused =
        rule.alert().recipients().stream()
            .filter(address -> !PanOsSettings.isMailAddress(address))
            .toList();
    if (!refused.isEmpty()) {
      report(
          Effect.REDUCED,
          rule,
          rule.origins(),
          "Tripwire "
              + tripwire
              + " sends no mail to "
              + String.join(", ", refused)
              + ": not an address that PAN-OS takes.");
    }
  }

  /** Denials that do not take effect yet. */
  void phase(RolloutPhase phase) {
    if (phase != RolloutPhase.ENFORCE) {
      report(Effect.PERMITS_MORE, null, List.of(), phase.notice() + ".");
    }
  }

  void zones(ZoneMap zones) {
    if (zones.isUsed()) {
      report(
          Effect.ASSUMPTION,
          null,
          List.of(),
          "Rules name a zone of the firewall for each top-level zone of the design; the operator"
              + " assigns the interfaces. Set panos.zones=any where zones are cut differently.");
    }
  }

  void sctp(ServiceObjects services) {
    if (services.usesSctp()) {
      report(
          Effect.ASSUMPTION,
          null,
          List.of(),
          "SCTP services need a firewall and a PAN-OS release that have SCTP enabled.");
    }
  }

  /** More objects than the largest firewall with known limits holds. */
  void capacity(int rules, int addresses) {
    if (rules > MOST_RULES || addresses > MOST_ADDRESSES) {
      report(
          Effect.DENIES_MORE,
          null,
          List.of(),
          "No firewall with known limits holds "
              + rules
              + " rules and "
              + addresses
              + " address objects (at most "
              + MOST_RULES
              + " and "
              + MOST_ADDRESSES
              + "); divide the design among several.");
    }
  }
}
