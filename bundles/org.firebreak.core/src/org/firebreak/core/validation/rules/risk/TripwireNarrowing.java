package org.firebreak.core.validation.rules.risk;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.core.validation.facts.FlowChanges;
import org.firebreak.core.validation.facts.ServiceOverlap;
import org.firebreak.model.Flow;
import org.firebreak.model.Service;

/** Leaves the ports that a tripwire watches out of a flow. */
final class TripwireNarrowing {
  private record Change(String id, List<ServiceMatch> by) {}

  private TripwireNarrowing() {}

  /**
   * One fix, besides retiring; none if what is left is still too wide, which other rules mend.
   *
   * @param most ports that a range may span
   */
  static List<Fix> of(FlowFixes fixes, List<PolicyService> watched, int most) {
    List<Change> changes = new ArrayList<>();
    for (PolicyService permitted : fixes.flow().policy().services()) {
      PortSet left = permitted.match().ports();
      for (PolicyService each : watched) {
        if (ServiceOverlap.meet(permitted.match(), each.match())) {
          left = Ports.without(left, each.match().ports());
        }
      }
      if (!left.equals(permitted.match().ports())) {
        changes.add(new Change(permitted.ref().id(), by(permitted.match(), left)));
      }
    }
    boolean wide =
        fixes.flow().policy().services().stream().anyMatch(each -> each.match().isAny())
            || changes.stream().anyMatch(change -> isWide(change, most));
    if (wide || changes.isEmpty()) {
      return fixes.retire();
    }
    List<Fix> all = new ArrayList<>();
    all.add(
        new Fix(
            "Leave the watched ports out of " + fixes.flow().name(),
            false,
            elements -> apply(fixes, elements, changes)));
    all.addAll(fixes.retire());
    return all;
  }

  private static boolean isWide(Change change, int most) {
    return change.by().stream()
        .flatMap(match -> match.ports().ranges().stream())
        .anyMatch(range -> range.size() > most);
  }

  private static List<ServiceMatch> by(ServiceMatch permitted, PortSet left) {
    return left.isEmpty() ? List.of() : List.of(ServiceMatch.of(permitted.protocol(), left));
  }

  private static void apply(FlowFixes fixes, DesignElements elements, List<Change> changes) {
    Flow flow = fixes.element(elements);
    List<Service> olds =
        changes.stream().map(change -> elements.get(Service.class, change.id())).toList();
    if (!flow.getServices().containsAll(olds)) {
      throw new OutdatedFixException("the flow no longer permits what was found");
    }
    for (int i = 0; i < olds.size(); i++) {
      FlowChanges.replaceService(flow, olds.get(i), changes.get(i).by());
    }
  }
}
