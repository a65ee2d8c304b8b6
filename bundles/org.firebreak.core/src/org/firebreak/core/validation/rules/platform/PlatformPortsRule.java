package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.PolicyTripwire;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.FreeNames;
import org.firebreak.core.validation.facts.NamedKind;
import org.firebreak.core.validation.facts.Words;

/** Services with more ports than a chosen platform takes in one entry. */
public final class PlatformPortsRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-803",
          RuleCategory.PLATFORM,
          "More ports than one service entry takes",
          FindingSeverity.WARNING,
          "Platforms limit the ports of one entry: NSX to 15 values, of which a range takes two,"
              + " Cilium to 40, Calico to 50. A longer list is refused, or an export divides it"
              + " under names that nobody chose. So long a list is also seldom one service.",
          "Service legacy-app lists 22 ports and the platform is NSX. Divide it by what listens"
              + " there.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PlatformUse use : PlatformUse.of(context)) {
      use.limit(PlatformLimit.Quantity.PORTS)
          .flatMap(limit -> of(context, use, limit))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** The services that the platform has to know, by id. */
  static Map<String, PolicyService> services(ValidationContext context, PlatformUse use) {
    Map<String, PolicyService> services = new LinkedHashMap<>();
    for (ActiveFlow flow : use.flows()) {
      for (PolicyService service : flow.policy().services()) {
        services.putIfAbsent(service.ref().id(), service);
      }
    }
    if (!use.platform().lacks(Platform.Lack.DENY)) {
      for (PolicyTripwire tripwire : context.policy().tripwires()) {
        tripwire.services().forEach(each -> services.putIfAbsent(each.ref().id(), each));
      }
    }
    return services;
  }

  private Optional<Finding> of(ValidationContext context, PlatformUse use, PlatformLimit limit) {
    List<PolicyService> longer =
        services(context, use).values().stream()
            .filter(service -> limit.portValues(service.match().ports()) > limit.value())
            .sorted(Comparator.comparingInt(service -> -limit.portValues(service.match().ports())))
            .toList();
    if (longer.isEmpty()) {
      return Optional.empty();
    }
    List<ElementRef> named =
        longer.stream()
            .map(
                each ->
                    new ElementRef(
                        each.ref().id(),
                        each.ref().type(),
                        each.ref().name() + " (" + limit.portValues(each.match().ports()) + ")"))
            .toList();
    return Optional.of(
        new Finding(
            INFO.id(),
            INFO.severity(),
            longer.stream().map(PolicyService::ref).toList(),
            Words.count(longer.size(), "service")
                + (longer.size() == 1 ? " has" : " have")
                + " more than the "
                + limit.value()
                + " port values of one service entry of "
                + limit.platform().title()
                + ": "
                + Words.list(named, NAMED),
            "Divide it into services by what listens on the ports"));
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    PlatformLimit least = null;
    Set<String> longer = new LinkedHashSet<>();
    for (PlatformUse use : PlatformUse.of(context)) {
      PlatformLimit limit = use.limit(PlatformLimit.Quantity.PORTS).orElse(null);
      if (limit != null && of(context, use, limit).filter(finding::equals).isPresent()) {
        finding.elements().forEach(each -> longer.add(each.id()));
      }
      if (limit != null && (least == null || limit.value() < least.value())) {
        least = limit;
      }
    }
    if (longer.isEmpty() || least == null) {
      return List.of();
    }
    FreeNames names =
        new FreeNames(
            context.design().getServices(),
            context.profile().naming().get(NamedKind.SERVICE.key()));
    List<ServiceSplit> splits = new ArrayList<>();
    Set<String> left = new HashSet<>(longer);
    for (var service : context.design().getServices()) {
      if (left.remove(service.getId())) {
        Optional<ServiceSplit> split =
            ServiceSplit.of(service, least, names, context.design().getServices());
        if (split.isEmpty()) {
          return List.of();
        }
        splits.add(split.get());
      }
    }
    return List.of(ServiceSplit.fix(splits, Words.list(finding.elements(), NAMED), least));
  }
}
