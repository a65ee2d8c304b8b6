package org.firebreak.rulebase.chains;

import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;

/**
 * What a host must say and hear on its own link to have a network at all: neighbour discovery (RFC
 * 4861), multicast listeners (RFC 3810), DHCP for its own address (RFC 2131, RFC 8415). A policy
 * between servers does not speak of it, so rules that permit exactly this are passed over.
 */
public final class LinkTraffic {
  private static final Intervals DISCOVERY = icmpv6(133, 137);
  private static final Intervals LISTENERS =
      Intervals.union(List.of(icmpv6(130, 132), icmpv6(143, 143)));

  private LinkTraffic() {}

  /** Messages that no router forwards, because it would lower their hop limit. */
  public static boolean isOfLink(Intervals services, int hopLimit) {
    return hopLimit == 255 && DISCOVERY.containsAll(services)
        || hopLimit == 1 && LISTENERS.containsAll(services);
  }

  /** A host that obtains its address, or the answer to it. */
  public static boolean isDhcp(Intervals services, Intervals sourcePorts) {
    return pair(services, sourcePorts, 68, 67)
        || pair(services, sourcePorts, 67, 68)
        || pair(services, sourcePorts, 546, 547)
        || pair(services, sourcePorts, 547, 546);
  }

  private static boolean pair(Intervals services, Intervals sourcePorts, int from, int to) {
    return services.equals(udp(to)) && sourcePorts.equals(udp(from));
  }

  private static Intervals udp(int port) {
    return ServiceLine.of(IpProtocols.UDP, PortRange.of(port));
  }

  private static Intervals icmpv6(int first, int last) {
    return ServiceLine.ofIcmp(IpProtocols.ICMPV6, PortRange.of(first, last), PortRange.of(0, 255));
  }
}
