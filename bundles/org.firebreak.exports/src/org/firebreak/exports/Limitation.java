package org.firebreak.exports;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.ElementRef;

/**
 * Something of the policy that a platform cannot express, or not fully.
 *
 * @param effect what it means for connections
 * @param ruleSet name of the rule set concerned; {@code null} if it is the whole export
 * @param rule id of the rule concerned; {@code null} if none in particular
 * @param elements model elements concerned, for instance the flows of the rule
 * @param reason what is lost and why, in a sentence
 * @param logging how log entries differ, where the effect is a reduced one; nothing else of them
 *     does
 */
public record Limitation(
    Effect effect,
    String ruleSet,
    String rule,
    List<ElementRef> elements,
    String reason,
    Set<Logging> logging) {
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

  /** How log entries differ from what the policy asks for. */
  public enum Logging {
    /** There is no entry where there should be one. */
    NO_LOG,
    /** There is an entry where none is asked for. */
    MORE_LOG,
    /** The entry is none of its own kind, and so raises no alert. */
    NO_ALERT
  }

  public Limitation {
    elements = List.copyOf(elements);
    logging =
        logging == null || logging.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(logging));
  }

  /** A limitation that has nothing to do with log entries. */
  public Limitation(
      Effect effect, String ruleSet, String rule, List<ElementRef> elements, String reason) {
    this(effect, ruleSet, rule, elements, reason, Set.of());
  }

  /** The same, but log entries differ. */
  public Limitation logging(Logging first, Logging... more) {
    return new Limitation(effect, ruleSet, rule, elements, reason, EnumSet.of(first, more));
  }
}
