package org.firebreak.core.policy;

import java.time.LocalDate;
import java.util.Objects;
import org.firebreak.model.StrategyKind;

/**
 * What a compilation depends on besides the design.
 *
 * @param evaluationDate day on which expiry is judged; recorded in every result
 * @param approvedOnly whether proposed flows are left out
 * @param strategy strategy to use in place of the design's own; {@code null} for the design's own
 * @param rollout which denials the rules put into force; the verdicts are the intended ones
 *     whatever the phase
 */
public record CompileOptions(
    LocalDate evaluationDate, boolean approvedOnly, StrategyKind strategy, RolloutPlan rollout) {
  public CompileOptions {
    Objects.requireNonNull(evaluationDate);
    Objects.requireNonNull(rollout);
  }

  /** Options with everything enforced. */
  public CompileOptions(LocalDate evaluationDate, boolean approvedOnly, StrategyKind strategy) {
    this(evaluationDate, approvedOnly, strategy, RolloutPlan.ENFORCED);
  }

  /** Proposed and approved flows, the design's own strategy, expiry judged on a day. */
  public static CompileOptions on(LocalDate evaluationDate) {
    return new CompileOptions(evaluationDate, false, null);
  }

  /** As {@link #on}, judged today. */
  public static CompileOptions today() {
    return on(LocalDate.now());
  }

  public CompileOptions withApprovedOnly(boolean only) {
    return new CompileOptions(evaluationDate, only, strategy, rollout);
  }

  public CompileOptions withStrategy(StrategyKind kind) {
    return new CompileOptions(evaluationDate, approvedOnly, kind, rollout);
  }

  public CompileOptions withRollout(RolloutPlan plan) {
    return new CompileOptions(evaluationDate, approvedOnly, strategy, plan);
  }
}
