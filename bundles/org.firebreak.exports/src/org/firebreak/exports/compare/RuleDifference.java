package org.firebreak.exports.compare;

import java.util.List;
import org.firebreak.core.policy.ElementRef;

/**
 * What became of a rule in a file.
 *
 * @param id id of the rule
 * @param name name of the rule on the platform
 * @param kind what makes it be there, as the manifest says, for instance {@code flow}
 * @param before the lines of the older file that write it; empty if it was added
 * @param after the lines of the newer file that write it; empty if it was removed
 * @param origins model elements from which it comes, by the newer bundle unless it was removed
 */
public record RuleDifference(
    Change change,
    String id,
    String name,
    String kind,
    String before,
    String after,
    List<ElementRef> origins) {
  public RuleDifference {
    origins = List.copyOf(origins);
  }
}
