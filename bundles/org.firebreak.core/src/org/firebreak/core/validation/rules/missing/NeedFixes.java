package org.firebreak.core.validation.rules.missing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.Words;

/** Draws the flows that groups lack as others have them. */
final class NeedFixes {
  private NeedFixes() {}

  static Fix of(NeedGaps.Gap gap, ValidationContext context) {
    List<FlowPlan> plans = new ArrayList<>();
    for (PolicyGroup group : gap.lacking()) {
      plans.addAll(plans(group, gap.needs(), context.policy().evaluationDate()));
    }
    String who =
        gap.lacking().size() == 1
            ? gap.lacking().get(0).ref().name()
            : Words.count(gap.lacking().size(), "group");
    return new Fix(
        "Propose "
            + (plans.size() == 1 ? "the flow" : Words.count(plans.size(), "flow"))
            + " between "
            + who
            + " and "
            + gap.provider().name(),
        false,
        elements -> FlowPlan.drawAll(plans, elements));
  }

  /** One flow for all needs that the same end provides in the same direction. */
  static List<FlowPlan> plans(PolicyGroup group, List<NeedState> needs, LocalDate day) {
    List<FlowPlan> plans = new ArrayList<>();
    for (boolean inbound : new boolean[] {false, true}) {
      List<NeedState> alike =
          needs.stream().filter(need -> need.pattern(group).inbound() == inbound).toList();
      if (alike.isEmpty()) {
        continue;
      }
      NeedState.Pattern pattern = alike.get(0).pattern(group);
      Set<ServiceMatch> services = new LinkedHashSet<>();
      alike.forEach(need -> services.addAll(need.services(need.pattern(group))));
      complete(services);
      String provider = pattern.provider().ref().id();
      plans.add(
          new FlowPlan(
              inbound ? provider : group.ref().id(),
              inbound ? group.ref().id() : provider,
              List.copyOf(services),
              pattern.flow().ref().id(),
              "Every server needs "
                  + alike.stream()
                      .map(need -> need.need.title())
                      .collect(Collectors.joining(" and "))
                  + "; as in "
                  + pattern.flow().name(),
              day));
    }
    return plans;
  }

  /** Does not repeat it if others have drawn half of a protocol only. */
  private static void complete(Set<ServiceMatch> services) {
    for (Companion companion : List.of(Companion.DNS_TCP, Companion.KERBEROS_TCP)) {
      if (services.stream().anyMatch(companion::isTrigger)
          && services.stream().noneMatch(companion::isOther)) {
        services.addAll(companion.twin());
      }
    }
  }
}
