package org.firebreak.core.sizing.units;

/**
 * A span of time.
 *
 * @param seconds seconds
 */
public record Seconds(double seconds) {

  /**
   * A span in nanoseconds, as costs of a packet are measured.
   *
   * @param nanoseconds units of 10^-9 s
   * @return the span
   */
  public static Seconds ofNanos(double nanoseconds) {
    return new Seconds(nanoseconds / 1e9);
  }
}
