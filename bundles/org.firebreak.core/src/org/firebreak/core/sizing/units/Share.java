package org.firebreak.core.sizing.units;

/**
 * A part of a whole.
 *
 * @param value 0 for nothing, 1 for everything
 */
public record Share(double value) {

  /** Refuses what is no part of a whole. */
  public Share {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("not a share between 0 and 1: " + value);
    }
  }

  /**
   * The other part.
   *
   * @return 1 less this share
   */
  public Share rest() {
    return new Share(1 - value);
  }
}
