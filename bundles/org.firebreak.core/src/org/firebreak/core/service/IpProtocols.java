package org.firebreak.core.service;

import org.firebreak.model.Protocol;

/** IP protocol numbers of the model's protocols (IANA Protocol Numbers). */
public final class IpProtocols {
  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int GRE = 47;
  public static final int ESP = 50;
  public static final int ICMPV6 = 58;
  public static final int SCTP = 132;

  private IpProtocols() {}

  /**
   * The IP protocol number.
   *
   * @throws IllegalArgumentException for {@link Protocol#ANY}, which has none
   */
  public static int number(Protocol protocol) {
    return switch (protocol) {
      case TCP -> TCP;
      case UDP -> UDP;
      case ICMP -> ICMP;
      case ICMPV6 -> ICMPV6;
      case SCTP -> SCTP;
      case ESP -> ESP;
      case GRE -> GRE;
      case ANY -> throw new IllegalArgumentException("'any' is not one protocol");
    };
  }

  /** Whether the protocol has ports. */
  public static boolean hasPorts(int number) {
    return number == TCP || number == UDP || number == SCTP;
  }

  /** Whether the protocol is ICMP or ICMPv6. */
  public static boolean isIcmp(int number) {
    return number == ICMP || number == ICMPV6;
  }

  /** {@code tcp}, {@code icmpv6}; a number without a name stands for itself. */
  public static String name(int number) {
    return switch (number) {
      case TCP -> "tcp";
      case UDP -> "udp";
      case ICMP -> "icmp";
      case ICMPV6 -> "icmpv6";
      case SCTP -> "sctp";
      case ESP -> "esp";
      case GRE -> "gre";
      default -> Integer.toString(number);
    };
  }
}
