package org.firebreak.core.reach;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.firebreak.core.policy.PolicyServer;

/**
 * Mean and worst blast radius of some servers.
 *
 * @param servers number of servers
 * @param mean servers reached from one of them on average; 0 for none
 * @param worst most servers reached from one of them
 * @param from the first server that reaches so many; empty if there is none
 */
public record Spread(int servers, double mean, int worst, Optional<PolicyServer> from) {
  static Spread of(List<ServerRadius> radii, ToIntFunction<ServerRadius> count) {
    long sum = 0;
    ServerRadius worst = null;
    for (ServerRadius each : radii) {
      sum += count.applyAsInt(each);
      if (worst == null || count.applyAsInt(each) > count.applyAsInt(worst)) {
        worst = each;
      }
    }
    return worst == null
        ? new Spread(0, 0, 0, Optional.empty())
        : new Spread(
            radii.size(),
            (double) sum / radii.size(),
            count.applyAsInt(worst),
            Optional.of(worst.server()));
  }
}
