package org.firebreak.core.sizing.units;

/**
 * Rate of new connections, <em>TCP Connections Per Second</em> of RFC 9411.
 *
 * @param perSecond new connections per second
 */
public record ConnectionRate(double perSecond) {

  /**
   * The same multiplied.
   *
   * @param factor factor, for instance growth
   * @return product
   */
  public ConnectionRate times(Factor factor) {
    return new ConnectionRate(perSecond * factor.value());
  }

  /**
   * The sum of two.
   *
   * @param other the other
   * @return sum
   */
  public ConnectionRate plus(ConnectionRate other) {
    return new ConnectionRate(perSecond + other.perSecond);
  }
}
