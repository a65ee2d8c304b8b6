package org.firebreak.core.policy;

import java.util.List;

/**
 * Something in the design that compiles to less than its author may think.
 *
 * @param elements model elements concerned
 * @param message what is wrong and what it means for the policy, in a sentence
 */
public record PolicyNote(Code code, List<ElementRef> elements, String message) {
  /** What is wrong. */
  public enum Code {
    INVALID_ADDRESS,
    DUPLICATE_ADDRESS,
    INVALID_CIDR,
    INVALID_SERVICE,
    FLOW_WITHOUT_END,
    FLOW_WITHOUT_SERVICE,
    FLOW_WITHOUT_ADDRESS,
    CROSS_TENANT_FLOW,
    AMBIGUOUS_ADDRESS,
    UNGUARDED
  }
}
