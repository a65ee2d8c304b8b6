package org.firebreak.core.validation.rules.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;
import org.firebreak.core.validation.rules.identity.Overlaps.Overlap;

/** External networks with addresses in common. */
public final class NetworkOverlapRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-605",
          RuleCategory.IDENTITY,
          "Overlapping external networks",
          FindingSeverity.INFO,
          "What a flow permits to a network, it permits to every network inside: the diagram shows"
              + " one of them alone. Two networks with the very same addresses are one network"
              + " under two names, which is a warning, as a reviewer misses half of its flows."
              + " Networks of any address are left to the rule on flows from or to any address.",
          "Partners is 198.51.100.0/24 and Partner A is 198.51.100.0/26. Give Partners the ranges"
              + " of the others, or remember that its flows serve Partner A too.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    Map<AddressSet, List<PolicyEndpoint>> byAddresses = new LinkedHashMap<>();
    for (PolicyEndpoint endpoint : context.policy().endpoints()) {
      if (endpoint.isExternal()
          && !endpoint.network().isEmpty()
          && !context.isAnyAddress(endpoint)) {
        byAddresses
            .computeIfAbsent(endpoint.network(), addresses -> new ArrayList<>(1))
            .add(endpoint);
      }
    }
    Map<Integer, Finding> findings = new HashMap<>();
    Overlaps<PolicyEndpoint> overlaps = new Overlaps<>();
    for (List<PolicyEndpoint> same : byAddresses.values()) {
      if (same.size() > 1) {
        findings.put(same.get(0).index(), same(same));
      }
      overlaps.add(same.get(0), same.get(0).network().ranges());
    }
    overlaps
        .find()
        .forEach((inner, found) -> findings.putIfAbsent(inner.index(), inside(inner, found)));
    return findings.entrySet().stream()
        .sorted(Comparator.comparingInt(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Finding same(List<PolicyEndpoint> networks) {
    List<ElementRef> elements = networks.stream().map(PolicyEndpoint::ref).toList();
    return new Finding(
        INFO.id(),
        FindingSeverity.WARNING,
        elements,
        "The external networks "
            + Words.list(elements, NAMED)
            + " have the same addresses: "
            + prefixes(networks.get(0).network()),
        "Keep one of them, with the flows of all");
  }

  private Finding inside(PolicyEndpoint inner, List<Overlap<PolicyEndpoint>> overlaps) {
    Set<ElementRef> others =
        overlaps.stream()
            .map(each -> each.outer().ref())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<ElementRef> elements = new ArrayList<>(others);
    elements.add(0, inner.ref());
    return new Finding(
        INFO.id(),
        INFO.severity(),
        elements,
        overlaps.get(0).range().toPrefixes().get(0)
            + " of external network "
            + inner.ref().name()
            + " lies also in "
            + Words.list(elements.subList(1, elements.size()), NAMED),
        "Check that the flows of the wider network are meant for the narrower one too");
  }

  private static String prefixes(AddressSet addresses) {
    List<String> prefixes =
        addresses.ranges().stream()
            .limit(NAMED)
            .flatMap(range -> range.toPrefixes().stream())
            .limit(NAMED)
            .toList();
    return String.join(", ", prefixes);
  }

  @Override
  public List<Fix> fixes(Finding finding, ValidationContext context) {
    if (finding.severity() != FindingSeverity.WARNING) {
      return List.of();
    }
    ElementRef kept = finding.elements().get(0);
    List<ElementRef> others = finding.elements().subList(1, finding.elements().size());
    List<String> ids = others.stream().map(ElementRef::id).toList();
    return List.of(
        new Fix(
            "Delete " + Words.list(others, NAMED) + " and move the flows to " + kept.name(),
            false,
            design -> EndpointMerge.of(design, kept.id(), ids).carryOut()));
  }
}
