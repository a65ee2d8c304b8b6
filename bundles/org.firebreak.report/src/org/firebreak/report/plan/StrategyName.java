package org.firebreak.report.plan;

import java.util.Optional;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.model.Design;
import org.firebreak.model.Strategy;

/** What people and the command line call the strategy of a plan. */
final class StrategyName {
  private StrategyName() {}

  /** The variant of the design that the policy was compiled by; empty if it is none. */
  static Optional<Strategy> variant(Design design, CompiledPolicy policy) {
    return Optional.ofNullable(policy.strategyChoice().variant())
        .flatMap(
            ref ->
                design.getStrategyVariants().stream()
                    .filter(variant -> ref.id().equals(variant.getId()))
                    .findFirst());
  }

  /** A word that makes a command choose the same strategy. */
  static String word(Design design, CompiledPolicy policy) {
    return variant(design, policy)
        .map(variant -> ShellWord.quoted(name(design, variant)))
        .orElse(policy.strategy().getLiteral());
  }

  /** Its name, unless the command line takes that for something else. */
  private static String name(Design design, Strategy variant) {
    String name = variant.getName();
    boolean found =
        name != null
            && StepRows.PLAIN.matcher(name).matches()
            && StrategyChoice.named(design, name)
                .filter(StrategyChoice.of(variant)::equals)
                .isPresent();
    return found ? name : variant.getId();
  }
}
