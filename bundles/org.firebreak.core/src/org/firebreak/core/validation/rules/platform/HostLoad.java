package org.firebreak.core.validation.rules.platform;

import java.util.function.ToLongFunction;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.service.PortSet;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Protocol;

/**
 * How much each server carries of what flows cause, by sums over runs of server numbers: one step a
 * flow, one a server.
 */
final class HostLoad {
  private final long[] inbound;
  private final long[] outbound;

  private HostLoad(int servers) {
    inbound = new long[servers + 1];
    outbound = new long[servers + 1];
  }

  /** One rule for each flow and direction; exporters may merge some. */
  static HostLoad rules(ValidationContext context, PlatformUse use) {
    return of(context, use, flow -> 1, flow -> 1);
  }

  /**
   * Entries that permit one port range from or to one peer: the network blocks of one IP version,
   * or the groups of servers, which are referred to.
   */
  static HostLoad entries(ValidationContext context, PlatformUse use, boolean v6) {
    return of(
        context,
        use,
        flow -> portRanges(flow) * peers(context, flow.policy().source(), v6),
        flow -> portRanges(flow) * peers(context, flow.policy().destination(), v6));
  }

  private static HostLoad of(
      ValidationContext context,
      PlatformUse use,
      ToLongFunction<ActiveFlow> in,
      ToLongFunction<ActiveFlow> out) {
    HostLoad load = new HostLoad(context.servers().size());
    for (ActiveFlow flow : use.flows()) {
      if (!flow.policy().services().isEmpty()) {
        add(load.inbound, flow.policy().destination(), in.applyAsLong(flow));
        add(load.outbound, flow.policy().source(), out.applyAsLong(flow));
      }
    }
    sum(load.inbound);
    sum(load.outbound);
    return load;
  }

  private static void add(long[] steps, PolicyEndpoint end, long weight) {
    if (!end.isExternal()) {
      steps[end.from()] += weight;
      steps[end.to()] -= weight;
    }
  }

  private static void sum(long[] steps) {
    for (int i = 1; i < steps.length; i++) {
      steps[i] += steps[i - 1];
    }
  }

  private static long portRanges(ActiveFlow flow) {
    return flow.policy().services().stream()
        .mapToLong(
            service -> {
              Protocol protocol = service.match().protocol();
              PortSet ports = service.match().ports();
              return protocol == Protocol.TCP || protocol == Protocol.UDP
                  ? ports.ranges().size()
                  : 1;
            })
        .sum();
  }

  private static long peers(ValidationContext context, PolicyEndpoint peer, boolean v6) {
    if (peer.isExternal()) {
      return (v6 ? peer.network().v6() : peer.network().v4()).prefixCount();
    }
    if (peer.from() == peer.to()) {
      return 0;
    }
    int first = context.policy().servers().get(peer.from()).group();
    int last = context.policy().servers().get(peer.to() - 1).group();
    return last - first + 1L;
  }

  long inbound(int server) {
    return inbound[server];
  }

  long outbound(int server) {
    return outbound[server];
  }
}
