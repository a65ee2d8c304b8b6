package org.firebreak.core.sizing;

/**
 * One line of a sizing result, ready to be shown.
 *
 * @param key stable identifier for machines, for instance {@code central.need}
 * @param label what it is, in the words of RFC 9411 where it has one
 * @param value value in the unit; NaN if unknown
 * @param unit unit of the value
 * @param explanation how it is calculated, or where it comes from
 */
public record Figure(String key, String label, double value, Unit unit, String explanation) {

  /**
   * The value with its unit.
   *
   * @return for instance {@code 35.6 Gbit/s}
   */
  public String text() {
    return unit.format(value);
  }
}
