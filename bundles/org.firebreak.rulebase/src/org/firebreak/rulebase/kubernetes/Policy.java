package org.firebreak.rulebase.kubernetes;

import java.util.List;
import org.firebreak.core.policy.Rule;

/**
 * What one object says of one direction.
 *
 * @param ruleSet id of the rule set it was written for; {@code null} if it is not ours
 * @param stage what is asked together; stages are asked in their order
 * @param order position within the stage, least first
 * @param subjects pods at which it is in force
 * @param isolates whether it denies what no rule of its stage allows; only where that depends on
 *     the policy
 */
record Policy(
    String name,
    String ruleSet,
    Stage stage,
    double order,
    Rule.Direction direction,
    List<Pod> subjects,
    List<PolicyRule> rules,
    boolean isolates) {
  /**
   * A tier.
   *
   * @param name its name
   * @param order position among the stages, least first
   * @param kind how its policies work together
   * @param denies whether it denies what its policies do not decide
   */
  record Stage(String name, double order, Kind kind, boolean denies) {
    /** How the policies of a stage work together. */
    enum Kind {
      /** In order; the first rule that matches decides. */
      ORDERED,
      /** Together; a denial beats every permit. */
      UNION
    }
  }
}
