package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Protocols that rules of a chosen platform cannot name. */
public final class PlatformProtocolRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-805",
          RuleCategory.PLATFORM,
          "Protocol that the platform cannot express",
          FindingSeverity.WARNING,
          "A Kubernetes NetworkPolicy speaks of TCP, UDP and SCTP alone, so that ICMP, ESP and GRE"
              + " stay denied or open as the network plug-in likes; Azure rules know neither SCTP"
              + " nor GRE; Azure and Google rules know ICMP as a whole, without types. A flow with"
              + " such a service works otherwise than the design says.",
          "The monitoring pings pods, and the platform is Kubernetes NetworkPolicy. Probe a TCP"
              + " port instead, or use a policy engine that knows ICMP.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PlatformUse use : PlatformUse.of(context)) {
      Platform platform = use.platform();
      Map<String, PolicyService> services = PlatformPortsRule.services(context, use);
      of(
              services,
              service -> !platform.knows(service.match().protocol()),
              "Rules of " + platform.title() + " cannot express ",
              "Use another protocol there, or enforce these flows on another platform")
          .ifPresent(findings::add);
      if (platform.lacks(Platform.Lack.ICMP_TYPE)) {
        of(
                services,
                service ->
                    platform.knows(service.match().protocol()) && service.match().icmpType() >= 0,
                "Rules of " + platform.title() + " know no ICMP types, and permit all of ICMP for ",
                "Accept all ICMP there by a service without type, or leave it denied")
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static String named(PolicyService service) {
    String name = service.ref().name();
    String match = service.match().toString();
    return name.equalsIgnoreCase(match) ? name : name + " (" + match + ")";
  }

  private Optional<Finding> of(
      Map<String, PolicyService> services,
      Predicate<PolicyService> concerned,
      String message,
      String mend) {
    List<PolicyService> found = services.values().stream().filter(concerned).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<ElementRef> named =
        found.stream()
            .map(each -> new ElementRef(each.ref().id(), each.ref().type(), named(each)))
            .collect(Collectors.toList());
    return Optional.of(
        new Finding(
            INFO.id(),
            INFO.severity(),
            found.stream().map(PolicyService::ref).toList(),
            message + Words.list(named, NAMED),
            mend));
  }
}
