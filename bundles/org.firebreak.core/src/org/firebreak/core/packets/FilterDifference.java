package org.firebreak.core.packets;

import org.firebreak.core.address.Address;
import org.firebreak.core.service.IpProtocols;

/**
 * Two rules that decide the same new connections, and not alike.
 *
 * @param expected rule that decides them in the one filter
 * @param actual rule that decides them in the other
 * @param source client of one of the connections
 * @param destination its server
 * @param point its protocol and port on the {@link ServiceLine}
 */
public record FilterDifference(
    FilterRule expected, FilterRule actual, Address source, Address destination, int point) {
  /** {@code 10.0.0.1 → 10.0.1.7 tcp/443}; the source port is any. */
  public String connection() {
    return source + " → " + destination + " " + service();
  }

  /** {@code tcp/443}, {@code icmp type 8 code 0}, {@code 89}. */
  public String service() {
    int protocol = ServiceLine.protocol(point);
    String name = IpProtocols.name(protocol);
    if (IpProtocols.hasPorts(protocol)) {
      return name + "/" + ServiceLine.port(point);
    }
    return IpProtocols.isIcmp(protocol)
        ? name + " type " + ServiceLine.icmpType(point) + " code " + ServiceLine.icmpCode(point)
        : name;
  }
}
