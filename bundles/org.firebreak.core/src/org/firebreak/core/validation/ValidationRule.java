package org.firebreak.core.validation;

import java.util.List;
import org.firebreak.core.policy.ElementRef;

/**
 * Finds one kind of defect, and knows how to mend it. A pure function without state: the same
 * design, the same findings.
 */
public interface ValidationRule {
  /** Identifier, title, usual severity and reasons. */
  RuleInfo info();

  /**
   * Checks a design.
   *
   * @return the findings in the order of the design
   */
  List<Finding> check(ValidationContext context);

  /**
   * Changes that mend a finding of this rule, the best first; none if only a person knows the mend.
   *
   * @param finding one that {@link #check} has returned for the same context
   */
  default List<Fix> fixes(Finding finding, ValidationContext context) {
    return List.of();
  }

  /** A finding of this rule with its usual severity. */
  default Finding finding(String message, String mend, ElementRef... elements) {
    return new Finding(info().id(), info().severity(), List.of(elements), message, mend);
  }
}
