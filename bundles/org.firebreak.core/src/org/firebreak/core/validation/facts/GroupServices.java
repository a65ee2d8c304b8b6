package org.firebreak.core.validation.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;

/**
 * What each group offers: the services of the flows that lead to it or to one of its servers. Flows
 * to whole zones do not count, because they do not say who serves.
 */
public final class GroupServices {
  private final Map<Integer, List<PolicyService>> offered = new HashMap<>();

  private GroupServices() {}

  public static GroupServices of(ValidationContext context) {
    GroupServices services = new GroupServices();
    for (ActiveFlow flow : context.activeFlows()) {
      GroupRun run = GroupRun.of(context.policy(), flow.policy().destination());
      if (run.isSingle()) {
        List<PolicyService> known =
            services.offered.computeIfAbsent(run.from(), group -> new ArrayList<>(2));
        for (PolicyService service : flow.policy().services()) {
          if (!known.contains(service)) {
            known.add(service);
          }
        }
      }
    }
    return services;
  }

  /** Each service once, in the order of the flows. */
  public List<PolicyService> of(PolicyGroup group) {
    return offered.getOrDefault(group.index(), List.of());
  }
}
