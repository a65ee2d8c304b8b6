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
  void inexpressible(Rule rule, List<PolicyService> services) {
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
    boolean permit = rule.action() == Rule.Action.PERMIT;
    boolean opposite = has(permit ? Rule.Kind.DEFAULT_DENY : Rule.Kind.MONITORED);
    if (!opposite) {
      report(
          Effect.REDUCED,
          rule,
          rule.origins(),
          (permit ? "Permitted and logged" : "Denied and logged")
              + " with everything else, without a rule of its own: "
              + names
              + why
              + ".");
    } else if (permit) {
      report(Effect.DENIES_MORE, rule, rule.origins(), "Not permitted: " + names + why + ".");
    } else {
      report(
          Effect.PERMITS_MORE,
          rule,
          rule.origins(),
          "Not denied, since the roll-out permits and logs everything else: " + names + why + ".");
    }
  }

  private boolean has(Rule.Kind kind) {
    return ruleSet.rules().stream().anyMatch(rule -> rule.kind() == kind);
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
    if (rule.alert() == null || rule.alert().recipients().isEmpty()) {
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
