package org.firebreak.core.sizing.units;

/**
 * Rate of new connections, <em>TCP Connections Per Second</em> of RFC 9411.
 *
 * @param perSecond new connections per second
 */
public record ConnectionRate(double perSecond) implements Quantity<ConnectionRate> {

  @Override
  public ConnectionRate times(Factor factor) {
    return new ConnectionRate(perSecond * factor.value());
  }

  @Override
  public ConnectionRate plus(ConnectionRate other) {
    return new ConnectionRate(perSecond + other.perSecond);
  }
}
