package org.firebreak.exports.panos;

import java.util.ArrayList;
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
  private final String exporter;
  private final RuleSet ruleSet;
  private final ExportSink sink;
  private final Set<String> unconfirmed = new HashSet<>();
  private final Set<String> narrowed = new HashSet<>();

  /**
   * @param exporter id of the exporter, which begins the names of its options
   */
  PanOsLimitations(String exporter, RuleSet ruleSet, ExportSink sink) {
    this.exporter = exporter;
    this.ruleSet = ruleSet;
    this.sink = sink;
  }

  private void report(Effect effect, Rule rule, List<ElementRef> elements, String reason) {
    report(effect, rule, elements, reason, Set.of());
  }

  private void report(
      Effect effect,
      Rule rule,
      List<ElementRef> elements,
      String reason,
      Set<Limitation.Logging> logging) {
    sink.limitation(
        new Limitation(
            effect, ruleSet.name(), rule == null ? null : rule.id(), elements, reason, logging));
  }

  /** Services of a rule that PAN-OS cannot match, or not fully. */
  void inexpressible(Rule rule, List<PolicyService> services) {
    if (services.isEmpty()) {
      return;
    }
    String names =
        services.stream()
            .map(service -> service.ref().name() + " (" + service.match() + ")")
            .collect(Collectors.joining(", "));
    String why =
        services.stream().allMatch(service -> IcmpApplications.isEchoOfEveryCode(service.match()))
            ? ": the App-ID ping is echo with code 0, the only code that the standard defines."
            : ": no App-ID or custom application covers exactly this.";
    if (rule.action() == Rule.Action.PERMIT) {
      if (has(Rule.Kind.DEFAULT_DENY)) {
        report(Effect.DENIES_MORE, rule, rule.origins(), "Not permitted: " + names + why);
      }
      if (has(Rule.Kind.MONITORED)) {
        report(
            Effect.REDUCED,
            rule,
            rule.origins(),
            "Permitted and logged with everything else: " + names + why,
            Set.of(Limitation.Logging.MORE_LOG));
      }
      return;
    }
    if (has(Rule.Kind.MONITORED)) {
      report(
          Effect.PERMITS_MORE,
          rule,
          rule.origins(),
          "Not denied where the roll-out permits and logs everything else: " + names + why);
    }
    if (has(Rule.Kind.DEFAULT_DENY)) {
      report(
          Effect.REDUCED,
          rule,
          rule.origins(),
          "Denied and logged, but without an alert of its own: " + names + why,
          Set.of(Limitation.Logging.NO_ALERT));
    }
  }

  private boolean has(Rule.Kind kind) {
    return ruleSet.rules().stream().anyMatch(rule -> rule.kind() == kind);
  }

  /** A service that is matched by application as well as by port; reported once. */
  void narrowed(PolicyService service) {
    if (narrowed.add(service.ref().id())) {
      report(
          Effect.ASSUMPTION,
          null,
          List.of(service.ref()),
          "On the ports of service "
              + service.ref().name()
              + " only the App-ID "
              + service.application()
              + " is permitted where a flow asks for application inspection; what else runs there"
              + " is denied.");
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
              + " sends no mail: set the options "
              + exporter
              + ".smtp-gateway and "
              + exporter
              + ".smtp-from.");
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
    int valid = rule.alert().recipients().size() - refused.size();
    if (valid > LogForwarding.MOST_RECIPIENTS) {
      report(
          Effect.REDUCED,
          rule,
          rule.origins(),
          "Tripwire "
              + tripwire
              + " sends mail to the first "
              + LogForwarding.MOST_RECIPIENTS
              + " of its "
              + valid
              + " recipients: 16 profiles of 4 servers are all that PAN-OS takes; name a mailing"
              + " list.");
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

  /** Without this setting IPv6 meets no rule at all. */
  void ipv6() {
    report(
        Effect.ASSUMPTION,
        null,
        List.of(),
        "IPv6 firewalling is enabled in the session settings of the firewall; else it ignores all"
            + " that is configured on IPv6.");
  }

  /** Existing objects of the firewall to which the configuration refers. */
  void references(PanOsSettings settings) {
    List<String> names = new ArrayList<>();
    for (String group : List.of(settings.profileGroup(), settings.profileGroupTls())) {
      if (!group.isEmpty()) {
        names.add("the security profile group " + group);
      }
    }
    if (!settings.syslogProfile().isEmpty()) {
      names.add("the syslog server profile " + settings.syslogProfile());
    }
    if (!names.isEmpty()) {
      report(
          Effect.ASSUMPTION,
          null,
          List.of(),
          "The firewall must have " + String.join(" and ", names) + "; the export does not.");
    }
  }
}
