package org.firebreak.core.validation.rules.redundancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.coverage.Coverage;
import org.firebreak.core.coverage.FiveTuple;
import org.firebreak.core.coverage.FlowCoverage;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.FlowWords;

/** Flows whose inspection or logging earlier flows override, wholly or in part. */
final class TreatmentConflicts {
  /** So many deciding flows are looked for; who has more has the same problem. */
  private static final int MOST = 10;

  /**
   * A flow and the earlier flows that decide otherwise.
   *
   * @param deciding earlier flows that treat what they decide otherwise, in order
   * @param example a connection that the first of them decides
   * @param wholly whether earlier flows decide all that the flow permits
   */
  record Conflict(ActiveFlow flow, List<ActiveFlow> deciding, FiveTuple example, boolean wholly) {}

  private final List<Conflict> all = new ArrayList<>();

  private TreatmentConflicts(ValidationContext context) {
    if (context.activeFlows().isEmpty()) {
      return;
    }
    ActiveFlow first = context.activeFlows().get(0);
    if (context.activeFlows().stream().allMatch(flow -> FlowWords.treatAlike(first, flow))) {
      return;
    }
    RedundancyFacts facts = RedundancyFacts.of(context);
    for (ActiveFlow flow : context.activeFlows()) {
      // What other rules report as needless they report with the difference.
      if (!facts.isNeedless(flow.policy())) {
        check(context, flow);
      }
    }
  }

  static TreatmentConflicts of(ValidationContext context) {
    return context.shared(TreatmentConflicts.class, TreatmentConflicts::new);
  }

  List<Conflict> all() {
    return all;
  }

  private void check(ValidationContext context, ActiveFlow flow) {
    FlowCoverage coverage = context.coverage();
    List<ActiveFlow> different = new ArrayList<>();
    for (PolicyFlow other : coverage.overlapping(flow.policy())) {
      ActiveFlow active = context.active(other);
      if (other.index() < flow.policy().index() && !FlowWords.treatAlike(active, flow)) {
        different.add(active);
      }
    }
    if (different.isEmpty()) {
      return;
    }
    boolean wholly = coverage.coverByEarlier(flow.policy()) instanceof Coverage.Covered;
    List<ActiveFlow> deciding = new ArrayList<>();
    FiveTuple example = null;
    for (ActiveFlow other : different) {
      // A narrower flow that stands first is an exception, and meant.
      if (deciding.size() == MOST || !wholly && coverage.contains(flow.policy(), other.policy())) {
        continue;
      }
      Optional<FiveTuple> decided = coverage.decidedByEarlier(other.policy(), flow.policy());
      if (decided.isPresent()) {
        example = example == null ? decided.get() : example;
        deciding.add(other);
      }
    }
    if (example != null) {
      all.add(new Conflict(flow, deciding, example, wholly));
    }
  }
}
