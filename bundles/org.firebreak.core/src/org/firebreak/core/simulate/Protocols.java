package org.firebreak.core.simulate;

import java.util.Locale;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.model.Protocol;

/** Protocols, ports and ICMP types from texts. */
public final class Protocols {
  private static final int ECHO_REQUEST = 8;
  private static final int ECHO_REQUEST_V6 = 128;

  private Protocols() {}

  /** IP protocol number of a name or of a number. */
  public static int number(String text) throws QueryException {
    String name = text.strip().toLowerCase(Locale.ROOT).replace("-", "");
    for (Protocol protocol : Protocol.values()) {
      if (protocol != Protocol.ANY && protocol.getLiteral().replace("-", "").equals(name)) {
        return IpProtocols.number(protocol);
      }
    }
    int number = name.matches("[0-9]{1,3}") ? Integer.parseInt(name) : -1;
    if (number < 0 || number > 255) {
      throw new QueryException(
          (name.isEmpty() ? "no protocol is given" : "there is no protocol '" + text.strip() + "'")
              + "; use tcp, udp, icmp, icmpv6, sctp, esp, gre or a number from 0 to 255");
    }
    return number;
  }

  /** Destination port; 0 for protocols without ports, which take none. */
  static int port(int protocol, String text) throws QueryException {
    String digits = text.strip();
    if (!IpProtocols.hasPorts(protocol)) {
      if (!digits.isEmpty() && !digits.equals("-") && !digits.equals("0")) {
        throw new QueryException(
            IpProtocols.name(protocol) + " has no ports; leave out port " + digits);
      }
      return 0;
    }
    if (digits.isEmpty()) {
      throw new QueryException(
          IpProtocols.name(protocol) + " needs a destination port, 0 to 65535");
    }
    if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65535) {
      throw new QueryException("'" + digits + "' is not a port; use one from 0 to 65535");
    }
    return Integer.parseInt(digits);
  }

  /** ICMP type, an echo request if none is given; 0 for other protocols. */
  static int icmpType(int protocol, String text) throws QueryException {
    int echo = protocol == IpProtocols.ICMPV6 ? ECHO_REQUEST_V6 : ECHO_REQUEST;
    return icmpNumber(protocol, text, "type", echo);
  }

  /** ICMP code, 0 if none is given. */
  static int icmpCode(int protocol, String text) throws QueryException {
    return icmpNumber(protocol, text, "code", 0);
  }

  private static int icmpNumber(int protocol, String text, String what, int ifNone)
      throws QueryException {
    String digits = text.strip();
    boolean icmp = IpProtocols.isIcmp(protocol);
    if (digits.isEmpty()) {
      return icmp ? ifNone : 0;
    }
    if (!icmp) {
      throw new QueryException(
          IpProtocols.name(protocol) + " has no ICMP " + what + "; leave it out");
    }
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > 255) {
      throw new QueryException("'" + digits + "' is not an ICMP " + what + "; use 0 to 255");
    }
    return Integer.parseInt(digits);
  }
}
