package org.firebreak.exports;

import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;

/** What the phase of the roll-out means for a rule set, as headers and comments tell it. */
public final class RolloutNotice {
  private RolloutNotice() {}

  /** A sentence without a full stop; empty if every denial is enforced. */
  public static Optional<String> of(CompiledPolicy policy, RuleSet set) {
    if (set.rules().stream().noneMatch(rule -> rule.kind() == Rule.Kind.MONITORED)) {
      return Optional.empty();
    }
    RolloutPlan plan = policy.options().rollout();
    if (plan.byEndpoint().isEmpty()) {
      return Optional.of(plan.byDefault().notice());
    }
    boolean denies = set.rules().stream().anyMatch(rule -> rule.kind() == Rule.Kind.DEFAULT_DENY);
    return Optional.of(
        (denies ? "Some denials are not enforced yet" : "Denials are not enforced yet")
            + "; what the rules marked as monitored match is permitted and logged");
  }
}
