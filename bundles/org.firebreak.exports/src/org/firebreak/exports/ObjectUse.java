package org.firebreak.exports;

import java.util.Locale;

/**
 * How many objects of a kind an export makes on a platform, or how full the fullest place for them
 * is.
 *
 * @param count how many there are: over all files, or in the fullest place
 * @param of how many the platform takes there
 */
public record ObjectUse(long count, Limit of) {
  /** Refuses negative numbers. */
  public ObjectUse {
    if (count < 0) {
      throw new IllegalArgumentException(of.objects() + ": " + count);
    }
  }

  /** What is counted, in the words of the platform, for instance {@code security rules}. */
  public String objects() {
    return of.objects();
  }

  /** How many the platform takes; 0 if no limit is documented. */
  public long limit() {
    return of.most();
  }

  /**
   * Share of the limit that is taken.
   *
   * @return 0 to 1, more if the limit is exceeded; 0 without a limit
   */
  public double share() {
    return limit() == 0 ? 0 : (double) count / limit();
  }

  /**
   * The use in words.
   *
   * @return for instance {@code 12 of 1,000 rules of a network security group}, or {@code 12 of
   *     10,000 contracts (recommended limit)}
   */
  public String text() {
    return String.format(Locale.ROOT, "%,d", count)
        + (limit() == 0 ? "" : String.format(Locale.ROOT, " of %,d", limit()))
        + " "
        + objects()
        + (of.recommended() ? " (recommended limit)" : "");
  }
}
