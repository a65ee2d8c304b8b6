package org.firebreak.cli;

import org.firebreak.core.validation.Finding;

/** Picks findings by their elements. */
final class FindingFilter {
  private FindingFilter() {}

  /** Whether a finding names an element by its name or id; {@code null} is any. */
  static boolean names(Finding finding, String element) {
    return element == null
        || finding.elements().stream()
            .anyMatch(each -> each.name().equals(element) || each.id().equals(element));
  }
}
