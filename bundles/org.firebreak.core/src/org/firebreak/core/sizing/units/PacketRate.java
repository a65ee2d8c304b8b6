package org.firebreak.core.sizing.units;

/**
 * Rate of packets.
 *
 * @param perSecond packets per second
 */
public record PacketRate(double perSecond) implements Quantity<PacketRate> {

  @Override
  public PacketRate times(Factor factor) {
    return new PacketRate(perSecond * factor.value());
  }

  @Override
  public PacketRate plus(PacketRate other) {
    return new PacketRate(perSecond + other.perSecond);
  }
}
