package org.firebreak.exports;

import java.util.Locale;

/**
 * How many objects of a kind an export makes on a platform, or how full the fullest place for them
 * is.
 *
 * @param objects what is counted, in the words of the platform, for instance {@code security rules}
 * @param count how many there are: over all files, or in the fullest place
 * @param limit how many the platform takes there; 0 if no limit is documented
 */
public record ObjectUse(String objects, long count, long limit) {
  /** Refuses negative numbers. */
  public ObjectUse {
    if (count < 0 || limit < 0) {
      throw new IllegalArgumentException(objects + ": " + count + " of " + limit);
    }
  }

  /**
   * Share of the limit that is taken.
   *
   * @return 0 to 1, more if the limit is exceeded; 0 without a limit
   */
  public double share() {
    return limit == 0 ? 0 : (double) count / limit;
  }

  /**
   * The use in words.
   *
   * @return for instance {@code 12 of 1,000 rules of a network security group}
   */
  public String text() {
    return String.format(Locale.ROOT, "%,d", count)
        + (limit == 0 ? "" : String.format(Locale.ROOT, " of %,d", limit))
        + " "
        + objects;
  }
}
