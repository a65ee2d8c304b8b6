package org.firebreak.core.policy;

import org.firebreak.core.address.Address;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.ServiceMatch;

/**
 * A new connection that somebody tries to open: the five-tuple without the source port, in a
 * routing domain.
 *
 * @param domain routing domain in which both addresses are looked up
 * @param source address of the client
 * @param destination address of the server
 * @param protocol IP protocol number
 * @param port destination port; ignored for protocols without ports
 * @param icmpType ICMP type; ignored for other protocols
 * @param icmpCode ICMP code; ignored for other protocols
 */
public record Connection(
    RoutingDomain domain,
    Address source,
    Address destination,
    int protocol,
    int port,
    int icmpType,
    int icmpCode) {
  public Connection {
    if (source.v6() != destination.v6()) {
      throw new IllegalArgumentException(
          source + " and " + destination + " are of different address families");
    }
  }

  /** A connection to a destination port. */
  public static Connection of(
      RoutingDomain domain, Address source, Address destination, int protocol, int port) {
    return new Connection(domain, source, destination, protocol, port, 0, 0);
  }

  /** Whether the service covers the protocol and the port, or the ICMP type and code. */
  public boolean isCoveredBy(ServiceMatch service) {
    return service.covers(protocol, port, icmpType, icmpCode);
  }

  /** {@code tcp/443}, {@code icmp type 8}, {@code 89}. */
  public String serviceText() {
    String name = IpProtocols.name(protocol);
    if (IpProtocols.hasPorts(protocol)) {
      return name + "/" + port;
    }
    return IpProtocols.isIcmp(protocol) ? name + " type " + icmpType : name;
  }
}
