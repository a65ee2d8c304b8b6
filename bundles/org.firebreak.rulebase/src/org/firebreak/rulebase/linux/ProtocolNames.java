package org.firebreak.rulebase.linux;

import java.util.Map;

/**
 * Names by which Linux rule sets call IP protocols (IANA Protocol Numbers, {@code /etc/protocols}).
 */
public final class ProtocolNames {
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("icmp", 1),
          Map.entry("igmp", 2),
          Map.entry("ipencap", 4),
          Map.entry("tcp", 6),
          Map.entry("egp", 8),
          Map.entry("udp", 17),
          Map.entry("dccp", 33),
          Map.entry("ipv6", 41),
          Map.entry("gre", 47),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("icmpv6", 58),
          Map.entry("ipv6-icmp", 58),
          Map.entry("eigrp", 88),
          Map.entry("ospf", 89),
          Map.entry("ospfigp", 89),
          Map.entry("pim", 103),
          Map.entry("comp", 108),
          Map.entry("vrrp", 112),
          Map.entry("l2tp", 115),
          Map.entry("sctp", 132),
          Map.entry("udplite", 136));

  private ProtocolNames() {}

  /** IP protocol number by name. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }
}
