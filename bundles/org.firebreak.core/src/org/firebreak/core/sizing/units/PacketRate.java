package org.firebreak.core.sizing.units;

/**
 * Rate of packets.
 *
 * @param perSecond packets per second
 */
public record PacketRate(double perSecond) {

  /**
   * The same multiplied.
   *
   * @param factor factor, for instance growth
   * @return product
   */
  public PacketRate times(Factor factor) {
    return new PacketRate(perSecond * factor.value());
  }

  /**
   * The sum of two.
   *
   * @param other the other
   * @return sum
   */
  public PacketRate plus(PacketRate other) {
    return new PacketRate(perSecond + other.perSecond);
  }
}
