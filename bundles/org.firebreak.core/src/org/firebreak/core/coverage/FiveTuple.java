package org.firebreak.core.coverage;

import java.util.Optional;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.service.IpProtocols;

/**
 * One connection as an example: a five-tuple whose source port is any.
 *
 * @param domain routing domain in which the addresses are looked up
 * @param protocol IP protocol number
 * @param port destination port; 0 for protocols without ports
 * @param icmpType ICMP type; 0 for other protocols
 * @param icmpCode ICMP code; 0 for other protocols
 */
public record FiveTuple(
    RoutingDomain domain,
    End source,
    End destination,
    int protocol,
    int port,
    int icmpType,
    int icmpCode) {
  /**
   * An end of the connection.
   *
   * @param endpoint server of the design, or a group or zone that has no servers yet; {@code null}
   *     if the address is of no server
   * @param address its address; {@code null} if it is not known yet
   */
  public record End(PolicyEndpoint endpoint, Address address) {
    /** {@code web1 (10.0.0.1)}, {@code 192.0.2.1}, {@code web1}. */
    @Override
    public String toString() {
      if (endpoint == null) {
        return address.toString();
      }
      return endpoint.ref().name() + (address == null ? "" : " (" + address + ")");
    }
  }

  /** The connection to ask the policy for; none if an end has no address yet. */
  public Optional<Connection> connection() {
    return source.address() == null || destination.address() == null
        ? Optional.empty()
        : Optional.of(
            new Connection(
                domain,
                source.address(),
                destination.address(),
                protocol,
                port,
                icmpType,
                icmpCode));
  }

  /** {@code tcp/443}, {@code icmp type 8}, {@code 89}. */
  public String serviceText() {
    String name = IpProtocols.name(protocol);
    if (IpProtocols.hasPorts(protocol)) {
      return name + "/" + port;
    }
    return IpProtocols.isIcmp(protocol) ? name + " type " + icmpType : name;
  }

  /** {@code web1 (10.0.0.1) → 192.0.2.1 tcp/443}; of a tenant, {@code … for tenant Blue}. */
  @Override
  public String toString() {
    return source
        + " → "
        + destination
        + " "
        + serviceText()
        + (domain.isShared() ? "" : " for tenant " + domain.name());
  }
}
