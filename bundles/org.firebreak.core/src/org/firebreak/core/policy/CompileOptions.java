package org.firebreak.core.policy;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.firebreak.model.StrategyKind;

/**
 * What a compilation depends on besides the design.
 *
 * @param evaluationDate day on which expiry is judged; recorded in every result
 * @param approvedOnly whether proposed flows are left out
 * @param strategy strategy to use in place of the design's own, for the most part or the whole
 * @param rollout which denials the rules put into force; the verdicts are the intended ones
 *     whatever the phase
 * @param scope for which part of the design rules are wanted
 */
public record CompileOptions(
    LocalDate evaluationDate,
    boolean approvedOnly,
    StrategyChoice strategy,
    RolloutPlan rollout,
    Quarantine quarantine,
    PolicyScope scope) {
  public CompileOptions {
    Objects.requireNonNull(evaluationDate);
    Objects.requireNonNull(strategy);
    Objects.requireNonNull(rollout);
    Objects.requireNonNull(quarantine);
    Objects.requireNonNull(scope);
  }

  /** Options with everything enforced, nobody cut off whom the design does not, and all rules. */
  public CompileOptions(LocalDate evaluationDate, boolean approvedOnly, StrategyChoice strategy) {
    this(
        evaluationDate,
        approvedOnly,
        strategy,
        RolloutPlan.ENFORCED,
        Quarantine.AS_DESIGNED,
        PolicyScope.ALL);
  }

  /** Proposed and approved flows, the design's own strategy, expiry judged on a day. */
  public static CompileOptions on(LocalDate evaluationDate) {
    return new CompileOptions(evaluationDate, false, StrategyChoice.AS_DESIGNED);
  }

  /** As {@link #on}, judged today. */
  public static CompileOptions today() {
    return on(LocalDate.now());
  }

  public CompileOptions withApprovedOnly(boolean only) {
    return new CompileOptions(evaluationDate, only, strategy, rollout, quarantine, scope);
  }

  /**
   * Another kind of segmentation, by the criteria of the design.
   *
   * @param kind {@code null} for the design's own strategy
   */
  public CompileOptions withStrategy(StrategyKind kind) {
    return withStrategy(StrategyChoice.of(kind));
  }

  /** Another strategy, which may be a variant that the design keeps. */
  public CompileOptions withStrategy(StrategyChoice choice) {
    return new CompileOptions(evaluationDate, approvedOnly, choice, rollout, quarantine, scope);
  }

  public CompileOptions withRollout(RolloutPlan plan) {
    return new CompileOptions(evaluationDate, approvedOnly, strategy, plan, quarantine, scope);
  }

  public CompileOptions withScope(PolicyScope part) {
    return new CompileOptions(evaluationDate, approvedOnly, strategy, rollout, quarantine, part);
  }

  /**
   * Cuts servers off in addition to those of the design.
   *
   * @param serverIds model ids of the servers
   * @param responderIds model ids of endpoints that may still open connections to them
   */
  public CompileOptions withQuarantined(Set<String> serverIds, Set<String> responderIds) {
    Quarantine more = new Quarantine(serverIds, responderIds);
    return new CompileOptions(evaluationDate, approvedOnly, strategy, rollout, more, scope);
  }
}
