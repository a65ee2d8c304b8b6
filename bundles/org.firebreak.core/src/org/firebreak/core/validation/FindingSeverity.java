package org.firebreak.core.validation;

import java.util.Locale;

/** How much a finding matters, the worst first. */
public enum FindingSeverity {
  /** The design contradicts itself, or part of it has no effect as it stands. */
  ERROR,
  /** The design permits more than it should, or lacks what it needs. */
  WARNING,
  /** Worth a look; often right as it is. */
  INFO;

  /** Whether this is as bad as the other, or worse. */
  public boolean isAtLeast(FindingSeverity other) {
    return compareTo(other) <= 0;
  }

  /** {@code error}, {@code warning}, {@code info}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
