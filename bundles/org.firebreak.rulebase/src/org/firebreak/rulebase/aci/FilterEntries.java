package org.firebreak.rulebase.aci;

import java.util.HashMap;
import java.util.Map;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.json.Unreadable;

/** What entries of filters match. */
final class FilterEntries {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int PROTOCOLS = 256;
  private static final PortRange BYTE = PortRange.of(0, 255);

  private static final Map<String, Integer> PROTOCOL_NAMES =
      Map.ofEntries(
          Map.entry("icmp", ICMP),
          Map.entry("igmp", 2),
          Map.entry("tcp", TCP),
          Map.entry("egp", 8),
          Map.entry("igp", 9),
          Map.entry("udp", UDP),
          Map.entry("icmpv6", ICMPV6),
          Map.entry("eigrp", 88),
          Map.entry("ospfigp", 89),
          Map.entry("pim", 103),
          Map.entry("l2tp", 115));
  private static final Map<String, Integer> PORT_NAMES =
      Map.of(
          "ftpData", 20, "ssh", 22, "smtp", 25, "dns", 53, "http", 80, "pop3", 110, "https", 443,
          "rtsp", 554);
  private static final Map<String, Integer> ICMP_NAMES =
      Map.of("echo-rep", 0, "dst-unreach", 3, "src-quench", 4, "echo", 8, "time-exceeded", 11);
  private static final Map<String, Integer> ICMPV6_NAMES = icmpv6();

  private static Map<String, Integer> icmpv6() {
    Map<String, Integer> names = new HashMap<>();
    names.put("dst-unreach", 1);
    names.put("time-exceeded", 3);
    names.put("echo-req", 128);
    names.put("echo-rep", 129);
    names.put("nbr-solicit", 135);
    names.put("nbr-advert", 136);
    names.put("redirect", 137);
    return names;
  }

  /** How much an entry says; what says more is asked first. */
  enum Width {
    PORTS,
    PROTOCOL,
    EVERYTHING
  }

  /**
   * What an entry matches.
   *
   * @param replies whether what comes back by exchanged ports are replies alone
   */
  record Match(Intervals services, Width width, boolean replies) {}

  private FilterEntries() {}

  static Match of(Mo entry) throws Unreadable {
    for (String attribute : entry.attributes().keySet()) {
      switch (attribute) {
        case "sFromPort", "sToPort", "tcpRules", "arpOpc", "matchDscp" -> {
          if (isSet(entry, attribute)) {
            throw new Unreadable(attribute + " limits what matches");
          }
        }
        case "applyToFrag" -> {
          if (entry.get(attribute).equals("yes")) {
            throw new Unreadable("matches fragments alone");
          }
        }
        default -> {}
      }
    }
    String type = entry.get("etherT");
    boolean anyType = type.isEmpty() || type.equals("unspecified");
    String protocol = entry.get("prot");
    if (!anyType && !type.matches("ip|ipv4|ipv6")) {
      throw new Unreadable("matches " + type + ", not IP");
    }
    if (!isSet(entry, "prot")) {
      if (!anyType && !type.equals("ip")) {
        throw new Unreadable("matches one family alone");
      }
      return new Match(ServiceLine.ANY, anyType ? Width.EVERYTHING : Width.PROTOCOL, false);
    }
    return of(entry, number(protocol), type);
  }

  private static Match of(Mo entry, int protocol, String type) throws Unreadable {
    boolean family = type.equals("ipv4") && protocol != ICMP;
    if (family || type.equals("ipv6") && protocol != ICMPV6) {
      throw new Unreadable("matches one family alone");
    }
    if (protocol == ICMP || protocol == ICMPV6) {
      String icmp = entry.get(protocol == ICMP ? "icmpv4T" : "icmpv6T");
      if (icmp.isEmpty() || icmp.equals("unspecified")) {
        return new Match(ServiceLine.of(protocol), Width.PROTOCOL, false);
      }
      Integer number = (protocol == ICMP ? ICMP_NAMES : ICMPV6_NAMES).get(icmp);
      if (number == null) {
        throw new Unreadable("the ICMP type " + icmp + " is not known");
      }
      return new Match(
          ServiceLine.ofIcmp(protocol, PortRange.of(number), BYTE), Width.PORTS, false);
    }
    if (!isSet(entry, "dFromPort") && !isSet(entry, "dToPort")) {
      boolean acknowledged = protocol == TCP && entry.get("stateful").equals("yes");
      return new Match(ServiceLine.of(protocol), Width.PROTOCOL, acknowledged);
    }
    if (protocol != TCP && protocol != UDP) {
      throw new Unreadable("has ports for a protocol without");
    }
    int from = port(entry.get("dFromPort"));
    int to = port(entry.get("dToPort"));
    if (from > to) {
      throw new Unreadable("the first port is above the last");
    }
    return new Match(ServiceLine.of(protocol, PortRange.of(from, to)), Width.PORTS, true);
  }

  /** 0 is what no port and no protocol is stored as. */
  private static boolean isSet(Mo entry, String attribute) {
    String value = entry.get(attribute);
    return !value.isEmpty() && !value.equals("unspecified") && !value.equals("0");
  }

  private static int number(String protocol) throws Unreadable {
    Integer number = PROTOCOL_NAMES.get(protocol);
    if (number == null && protocol.matches("[0-9]{1,3}")) {
      number = Integer.valueOf(protocol);
    }
    if (number == null || number >= PROTOCOLS) {
      throw new Unreadable("the protocol " + protocol + " is not known");
    }
    return number;
  }

  private static int port(String port) throws Unreadable {
    Integer number = PORT_NAMES.get(port);
    if (number == null && port.matches("[0-9]{1,5}")) {
      number = Integer.valueOf(port);
    }
    if (number == null || number > PortRange.ALL.last()) {
      throw new Unreadable("the port " + port + " is not known");
    }
    return number;
  }
}
