package org.firebreak.core.validation;

import java.util.List;
import org.firebreak.core.policy.ElementRef;

/**
 * Something in a design that a reviewer should look at.
 *
 * @param rule identifier of the rule that found it
 * @param severity how much it matters
 * @param elements the elements concerned; the first is the one to open, none is missing
 * @param message what is the matter, in a sentence without full stop
 * @param mend how to mend it, in a sentence without full stop
 */
public record Finding(
    String rule, FindingSeverity severity, List<ElementRef> elements, String message, String mend) {
  public Finding {
    elements = List.copyOf(elements);
  }

  /**
   * What makes a finding the same as one of an earlier state of the design: its rule and its
   * elements, whatever their names and whatever the message says.
   */
  public String fingerprint() {
    return fingerprint(rule, elements.stream().map(ElementRef::id).toList());
  }

  static String fingerprint(String rule, List<String> elements) {
    return rule + " " + String.join(" ", elements);
  }

  /** The same finding with another severity. */
  public Finding withSeverity(FindingSeverity other) {
    return other == severity ? this : new Finding(rule, other, elements, message, mend);
  }
}
