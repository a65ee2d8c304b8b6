package org.firebreak.core.service;

import org.firebreak.model.Protocol;
import org.firebreak.model.Service;

/**
 * What one service covers: a protocol with destination ports, or an ICMP type and code.
 *
 * @param protocol the protocol; {@link Protocol#ANY} covers every IP protocol
 * @param ports destination ports; {@link PortSet#ALL} for protocols without ports
 * @param icmpType ICMP type 0 to 255, or -1 for every type
 * @param icmpCode ICMP code 0 to 255, or -1 for every code
 */
public record ServiceMatch(Protocol protocol, PortSet ports, int icmpType, int icmpCode) {
  /** Every protocol and port. */
  public static final ServiceMatch ANY = new ServiceMatch(Protocol.ANY, PortSet.ALL, -1, -1);

  public static ServiceMatch of(Protocol protocol, PortSet ports) {
    return new ServiceMatch(protocol, ports, -1, -1);
  }

  /**
   * What a service of the model covers.
   *
   * @throws IllegalArgumentException if its ports or its ICMP type or code are not valid, or do not
   *     fit its protocol
   */
  public static ServiceMatch of(Service service) {
    Protocol protocol = service.getProtocol();
    boolean ports =
        protocol == Protocol.TCP || protocol == Protocol.UDP || protocol == Protocol.SCTP;
    if (!ports && service.getPorts() != null && !service.getPorts().isBlank()) {
      throw new IllegalArgumentException(protocol.getLiteral() + " has no ports; clear them");
    }
    boolean icmp = protocol == Protocol.ICMP || protocol == Protocol.ICMPV6;
    if (!icmp && (service.getIcmpType() != null || service.getIcmpCode() != null)) {
      throw new IllegalArgumentException(
          protocol.getLiteral() + " has no ICMP type or code; clear them");
    }
    return new ServiceMatch(
        protocol,
        ports ? PortSet.parse(service.getPorts()) : PortSet.ALL,
        icmpNumber(service.getIcmpType(), "type"),
        icmpNumber(service.getIcmpCode(), "code"));
  }

  private static int icmpNumber(Integer value, String what) {
    if (value == null) {
      return -1;
    }
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("ICMP " + what + " " + value + " is not 0 to 255");
    }
    return value;
  }

  public boolean isAny() {
    return protocol == Protocol.ANY;
  }

  /**
   * Whether the service covers a connection.
   *
   * @param ipProtocol IP protocol number
   * @param port destination port; ignored for protocols without ports
   */
  public boolean covers(int ipProtocol, int port, int type, int code) {
    if (isAny()) {
      return true;
    }
    if (IpProtocols.number(protocol) != ipProtocol) {
      return false;
    }
    if (IpProtocols.isIcmp(ipProtocol)) {
      return (icmpType < 0 || icmpType == type) && (icmpCode < 0 || icmpCode == code);
    }
    return !IpProtocols.hasPorts(ipProtocol) || ports.contains(port);
  }

  /** Whether every connection that the other covers is covered by this one. */
  public boolean coversAll(ServiceMatch other) {
    return isAny()
        || protocol == other.protocol
            && ports.containsAll(other.ports)
            && (icmpType < 0 || icmpType == other.icmpType)
            && (icmpCode < 0 || icmpCode == other.icmpCode);
  }

  /** {@code tcp/443}, {@code udp/53,123}, {@code tcp}, {@code icmp type 8}, {@code any}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(protocol.getLiteral());
    if (!ports.isAll()) {
      text.append('/').append(ports);
    }
    if (icmpType >= 0) {
      text.append(" type ").append(icmpType);
    }
    if (icmpCode >= 0) {
      text.append(" code ").append(icmpCode);
    }
    return text.toString();
  }
}
