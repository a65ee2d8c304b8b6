package org.firebreak.exports;

import java.util.List;
import org.firebreak.core.policy.ElementRef;

/**
 * Something of the policy that a platform cannot express, or not fully.
 *
 * @param effect what it means for connections
 * @param ruleSet name of the rule set concerned; {@code null} if it is the whole export
 * @param rule id of the rule concerned; {@code null} if none in particular
 * @param elements model elements concerned, for instance the flows of the rule
 * @param reason what is lost and why, in a sentence
 */
public record Limitation(
    Effect effect, String ruleSet, String rule, List<ElementRef> elements, String reason) {
  /** What a limitation means. */
  public enum Effect {
    /** Something that the policy permits is denied on the platform. */
    DENIES_MORE,
    /** Something that the policy denies is permitted on the platform. */
    PERMITS_MORE,
    /** Same verdicts, but less logging, alerting or inspection. */
    REDUCED,
    /** Nothing is lost as long as an assumption holds, which the operator must check. */
    ASSUMPTION
  }

  public Limitation {
    elements = List.copyOf(elements);
  }
}
