package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.Slugs;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;

/**
 * Divides a rule of the policy into security rules: one for services by port alone, one for each
 * App-ID, one for protocols without ports. A security rule matches every combination of its
 * applications and services, so these cannot share one.
 */
final class RulePlanner {
  private static final List<String> ANY = List.of("any");
  private static final List<String> BY_APPLICATION = List.of("application-default");

  private final String prefix;
  private final ServiceObjects services;
  private final IcmpApplications icmp;
  private final PanOsSettings settings;
  private final PanOsLimitations limitations;

  /**
   * @param prefix begins the name of every rule
   */
  RulePlanner(
      String prefix,
      ServiceObjects services,
      IcmpApplications icmp,
      PanOsSettings settings,
      PanOsLimitations limitations) {
    this.prefix = prefix;
    this.services = services;
    this.icmp = icmp;
    this.settings = settings;
    this.limitations = limitations;
  }

  /** The security rules that express a rule; none if PAN-OS can express nothing of it. */
  List<PanOsRule> plan(Rule rule) {
    if (rule.services().isEmpty()) {
      return List.of(new PanOsRule(name(rule, ""), rule, ANY, ANY));
    }
    Map<String, List<PolicyService>> byApplication = new LinkedHashMap<>();
    Set<String> protocols = new LinkedHashSet<>();
    List<PolicyService> left = new ArrayList<>();
    for (PolicyService service : rule.services()) {
      if (ServiceObjects.hasPorts(service)) {
        byApplication
            .computeIfAbsent(application(rule, service), key -> new ArrayList<>())
            .add(service);
      } else if (canMatch(rule, service.match().protocol())) {
        List<String> applications = icmp.of(service.match());
        protocols.addAll(applications);
        if (icmp.isMore(service.match())) {
          left.add(service);
        }
      }
    }
    List<PanOsRule> planned = new ArrayList<>();
    byApplication.forEach(
        (application, of) ->
            planned.add(
                new PanOsRule(
                    name(rule, application),
                    rule,
                    application.isEmpty() ? ANY : List.of(application),
                    services.references(of))));
    if (!protocols.isEmpty()) {
      planned.add(
          new PanOsRule(name(rule, "protocols"), rule, List.copyOf(protocols), BY_APPLICATION));
    }
    limitations.inexpressible(rule, left);
    return planned;
  }

  /** Whether both sides have addresses of the family of ICMP or ICMPv6; true for all others. */
  private static boolean canMatch(Rule rule, Protocol protocol) {
    AddressGroup source = rule.source();
    AddressGroup destination = rule.destination();
    return switch (protocol) {
      case ICMP -> hasFamily(source, false) && hasFamily(destination, false);
      case ICMPV6 -> hasFamily(source, true) && hasFamily(destination, true);
      default -> true;
    };
  }

  private static boolean hasFamily(AddressGroup group, boolean v6) {
    return group.addresses().ranges().stream().anyMatch(range -> range.v6() == v6);
  }

  /**
   * The App-ID to match; empty to match the port alone: for denials, which match every application,
   * and where the flow asks for layer-4 filtering, since a port tells little of the application.
   */
  private String application(Rule rule, PolicyService service) {
    String application = service.application();
    if (!settings.applications()
        || rule.action() == Rule.Action.DENY
        || rule.inspection() == Inspection.LAYER_4
        || rule.inspection() == Inspection.EXEMPT
        || application == null
        || application.isBlank()) {
      return "";
    }
    if (!AppIds.isConfirmed(application)) {
      limitations.unconfirmed(service);
      return "";
    }
    limitations.narrowed(service);
    return application;
  }

  /** {@code F-1a2b3c4d-ssh-jump1-to-app}: the rule's id first, so that it is never cut. */
  private String name(Rule rule, String part) {
    String id = prefix + rule.id() + (part.isEmpty() ? "" : "-" + part);
    String purpose =
        switch (rule.kind()) {
          case ENFORCED_AT_HOSTS -> "enforced-at-hosts";
          case INTRA_GROUP -> "within-" + rule.source().name();
          case FLOW -> name(rule.source()) + "-to-" + name(rule.destination());
          case TRIPWIRE -> rule.origins().get(0).name();
          case DEFAULT_DENY -> "everything-else";
          case MONITORED ->
              "monitored-"
                  + (rule.origins().isEmpty() ? "everything-else" : rule.origins().get(0).name());
          case QUARANTINE -> "quarantine";
        };
    String slug = Slugs.plain(purpose, '-', PanOsNames.RULE - id.length() - 1);
    return slug.isEmpty() ? id : id + "-" + slug;
  }

  private static String name(AddressGroup group) {
    return group.isAny() ? "any" : group.name();
  }
}
