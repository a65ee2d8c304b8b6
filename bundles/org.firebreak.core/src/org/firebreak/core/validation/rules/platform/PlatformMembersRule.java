package org.firebreak.core.validation.rules.platform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.Finding;
import org.firebreak.core.validation.FindingSeverity;
import org.firebreak.core.validation.RuleCategory;
import org.firebreak.core.validation.RuleInfo;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.ValidationRule;
import org.firebreak.core.validation.facts.Words;

/** Ends of flows with more addresses than a chosen platform takes in one group. */
public final class PlatformMembersRule implements ValidationRule {
  private static final int NAMED = 3;

  private static final RuleInfo INFO =
      new RuleInfo(
          "FB-802",
          RuleCategory.PLATFORM,
          "More members than the platform takes",
          FindingSeverity.WARNING,
          "Platforms limit the members of one address group: PAN-OS to 2,500, Azure to 4,000"
              + " interfaces in an application security group; and the blocks of one list: Calico"
              + " to 256. A larger end must be divided over several groups and rules, and grows"
              + " past the limit silently as servers are deployed. Dynamic groups by tag are not"
              + " meant.",
          "Flow Offices → intranet starts at a network of 400 blocks, and the platform is Calico."
              + " Summarise the blocks, or divide the network by site.");

  /** An end of flows and what a platform counts of it. */
  private record Large(ElementRef element, int size) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(ValidationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (PlatformUse use : PlatformUse.of(context)) {
      use.limit(PlatformLimit.Quantity.ADDRESSES)
          .flatMap(limit -> of(context, use, limit, false))
          .ifPresent(findings::add);
      use.limit(PlatformLimit.Quantity.NETWORKS)
          .flatMap(limit -> of(context, use, limit, true))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> of(
      ValidationContext context, PlatformUse use, PlatformLimit limit, boolean external) {
    BitSet seen = new BitSet();
    List<Large> large = new ArrayList<>();
    for (ActiveFlow flow : use.flows()) {
      for (PolicyEndpoint end : List.of(flow.policy().source(), flow.policy().destination())) {
        if (end.isExternal() == external && !seen.get(end.index())) {
          seen.set(end.index());
          int size = size(context, end);
          if (size > limit.value()) {
            large.add(new Large(end.ref(), size));
          }
        }
      }
    }
    if (large.isEmpty()) {
      return Optional.empty();
    }
    large.sort(Comparator.comparingInt(each -> -each.size()));
    List<ElementRef> named =
        large.stream()
            .map(
                each ->
                    new ElementRef(
                        each.element().id(),
                        each.element().type(),
                        each.element().name() + " (" + each.size() + ")"))
            .toList();
    return Optional.of(
        new Finding(
            INFO.id(),
            limit.hard() ? INFO.severity() : FindingSeverity.INFO,
            large.stream().map(Large::element).toList(),
            Words.count(large.size(), "end")
                + " of flows "
                + (large.size() == 1 ? "has" : "have")
                + " more than the "
                + limit.value()
                + (external ? " networks of one list of " : " members of one group of ")
                + limit.platform().title()
                + ": "
                + Words.list(named, NAMED),
            external
                ? "Summarise the networks, or divide them"
                : "Draw the flow from smaller groups, or use groups by tag"));
  }

  private static int size(ValidationContext context, PolicyEndpoint end) {
    if (end.isExternal()) {
      return end.network().prefixCount();
    }
    int addresses = 0;
    for (int i = end.from(); i < end.to(); i++) {
      addresses += context.policy().servers().get(i).addresses().size();
    }
    return addresses;
  }
}
