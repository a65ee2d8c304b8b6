package org.firebreak.exports;

import java.util.Locale;

/**
 * How many objects of a kind a platform takes in one place.
 *
 * @param objects what is counted, plural, with its place in the words of the platform, for instance
 *     {@code rules in a security group}
 * @param most how many there may be; 0 if no limit is known
 * @param recommended whether more do load: the limit is what the vendor recommends or has tested
 */
public record Limit(String objects, long most, boolean recommended) {
  /** Refuses negative numbers. */
  public Limit {
    if (most < 0) {
      throw new IllegalArgumentException(objects + ": " + most);
    }
  }

  /** A kind of objects of which no limit is known. */
  public static Limit none(String objects) {
    return new Limit(objects, 0, false);
  }

  /** A limit beyond which the platform refuses, or ignores, what it gets. */
  public static Limit hard(String objects, long most) {
    return new Limit(objects, most, false);
  }

  /** A limit that the vendor recommends. */
  public static Limit recommended(String objects, long most) {
    return new Limit(objects, most, true);
  }

  /** Whether a number is beyond the limit, be it a recommended one. */
  public boolean isExceededBy(long count) {
    return most > 0 && count > most;
  }

  /**
   * Refuses what the platform would refuse; a recommended limit refuses nothing.
   *
   * @param platform the platform, with its model where the limit depends on it
   * @param place what would hold the objects
   * @param mend what the user can do about it, as a sentence
   * @throws ExportException if there are too many; the message names all of these
   */
  public void require(String platform, String place, long count, String mend)
      throws ExportException {
    if (!recommended && isExceededBy(count)) {
      throw new ExportException(
          String.format(
              Locale.ROOT,
              "%s takes at most %,d %s, and %s would have %,d. %s",
              platform,
              most,
              objects,
              place,
              count,
              mend));
    }
  }
}
