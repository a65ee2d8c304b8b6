package org.firebreak.core.validation.rules.missing;

import java.util.List;
import java.util.function.Predicate;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Inspection;
import org.firebreak.model.Protocol;

/**
 * A protocol that needs more than the service by which people know it. Replies need no flow, as
 * firewalls keep state; these are connections of their own.
 */
enum Companion {
  DNS_TCP(
      "DNS over UDP",
      on(Protocol.UDP, "53"),
      is(Protocol.TCP, "53"),
      "TCP, which long answers and zone transfers need (RFC 7766)",
      List.of(on(Protocol.TCP, "53"))),
  KERBEROS_TCP(
      "Kerberos over UDP",
      on(Protocol.UDP, "88"),
      is(Protocol.TCP, "88"),
      "TCP, which tickets larger than a packet need (RFC 4120)",
      List.of(on(Protocol.TCP, "88"))),
  HTTP3_TCP(
      "HTTP/3 over QUIC",
      on(Protocol.UDP, "443"),
      is(Protocol.TCP, "443"),
      "HTTPS over TCP, by which clients learn of it and to which they fall back (RFC 9114)",
      List.of(on(Protocol.TCP, "443"))),
  FTP_DATA(
      "the control connection of FTP",
      on(Protocol.TCP, "21"),
      match -> isRange(match, Protocol.TCP) || is(Protocol.TCP, "20").test(match),
      "the data connections: the server's passive ports, or in active mode tcp/20 back to the"
          + " client (RFC 959)",
      List.of()),
  RPC_DYNAMIC(
      "the RPC endpoint mapper",
      on(Protocol.TCP, "135"),
      match -> isRange(match, Protocol.TCP) || is(Protocol.TCP, "49152-65535").test(match),
      "the ports to which it refers, dynamic by default (tcp/49152-65535)",
      List.of()),
  RTP(
      "SIP",
      on(Protocol.UDP, "5060"),
      match -> isRange(match, Protocol.UDP),
      "RTP, which carries the voice on ports that SIP negotiates (RFC 3264)",
      List.of()),
  MOUNTD(
      "the portmapper beside NFS, as version 3 does",
      on(Protocol.TCP, "111"),
      match ->
          is(Protocol.TCP, "20048").test(match)
              || is(Protocol.UDP, "20048").test(match)
              || isRange(match, Protocol.TCP)
              || isRange(match, Protocol.UDP),
      "mountd, which gives the file handle of an export (RFC 1813)",
      List.of(on(Protocol.TCP, "20048"))),
  IPSEC_DATA(
      "the key exchange of IPsec",
      on(Protocol.UDP, "500"),
      match -> match.protocol() == Protocol.ESP || is(Protocol.UDP, "4500").test(match),
      "the tunnel itself: ESP, or udp/4500 behind address translation (RFC 3948)",
      List.of(ServiceMatch.of(Protocol.ESP, PortSet.ALL), on(Protocol.UDP, "4500"))),
  PPTP_GRE(
      "the control connection of PPTP",
      on(Protocol.TCP, "1723"),
      match -> match.protocol() == Protocol.GRE,
      "GRE, which carries the tunnel (RFC 2637)",
      List.of(ServiceMatch.of(Protocol.GRE, PortSet.ALL)));

  private static final int FIRST_DYNAMIC = 1024;
  private static final int SPECIFIC = 16;

  private final String what;
  private final ServiceMatch trigger;
  private final Predicate<ServiceMatch> other;
  private final String lacking;
  private final List<ServiceMatch> twin;

  Companion(
      String what,
      ServiceMatch trigger,
      Predicate<ServiceMatch> other,
      String lacking,
      List<ServiceMatch> twin) {
    this.what = what;
    this.trigger = trigger;
    this.other = other;
    this.lacking = lacking;
    this.twin = twin;
  }

  private static ServiceMatch on(Protocol protocol, String ports) {
    return ServiceMatch.of(protocol, PortSet.parse(ports));
  }

  private static Predicate<ServiceMatch> is(Protocol protocol, String ports) {
    PortSet wanted = PortSet.parse(ports);
    return match -> match.protocol() == protocol && match.ports().intersects(wanted);
  }

  /** Several ports that a server may choose at run time. */
  private static boolean isRange(ServiceMatch match, Protocol protocol) {
    return match.protocol() == protocol
        && match.ports().ranges().stream()
            .anyMatch(range -> range.size() > 1 && range.last() >= FIRST_DYNAMIC);
  }

  /** Whether a service is the one that needs another; a wide range is not meant for it. */
  boolean isTrigger(ServiceMatch match) {
    return !match.isAny() && match.ports().size() <= SPECIFIC && match.coversAll(trigger);
  }

  /** Whether a service is, or may be, the other one. */
  boolean isOther(ServiceMatch match) {
    return match.isAny() || other.test(match);
  }

  /**
   * Whether a firewall that inspects so deeply reads the control connection, and opens the others
   * by itself.
   */
  boolean isFollowed(Inspection inspection) {
    return (this == FTP_DATA || this == RPC_DYNAMIC || this == RTP)
        && inspection != Inspection.LAYER_4
        && inspection != Inspection.EXEMPT;
  }

  /** What the flow permits: {@code DNS over UDP}. */
  String what() {
    return what;
  }

  /** What is lacking beside it, and why it is needed. */
  String lacking() {
    return lacking;
  }

  /** What to permit; the first suffices. None if only the servers tell the ports. */
  List<ServiceMatch> twin() {
    return twin;
  }
}
