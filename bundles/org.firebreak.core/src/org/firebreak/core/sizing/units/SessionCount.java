package org.firebreak.core.sizing.units;

/**
 * Number of entries in a session table, <em>Concurrent TCP Connections</em> of RFC 9411.
 *
 * @param sessions entries at the same time
 */
public record SessionCount(double sessions) {

  /**
   * The same multiplied.
   *
   * @param factor factor, for instance growth
   * @return product
   */
  public SessionCount times(Factor factor) {
    return new SessionCount(sessions * factor.value());
  }

  /**
   * The sum of two.
   *
   * @param other the other
   * @return sum
   */
  public SessionCount plus(SessionCount other) {
    return new SessionCount(sessions + other.sessions);
  }
}
