package org.firebreak.cli.sync;

import java.util.HashMap;
import java.util.Map;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyServer;

/**
 * Counts what flows permit: for each flow the ordered pairs of a server at its source and one at
 * its destination. An external network counts as one; servers that are cut off count for nothing.
 */
final class PermittedPairs {
  private PermittedPairs() {}

  /** All pairs of a policy. */
  static long count(CompiledPolicy policy) {
    boolean[] counts = new boolean[policy.servers().size()];
    for (PolicyServer server : policy.servers()) {
      counts[server.index()] = !server.quarantined();
    }
    int[] sums = sums(counts);
    long pairs = 0;
    for (PolicyFlow flow : policy.flows()) {
      pairs += size(flow.source(), sums) * size(flow.destination(), sums);
    }
    return pairs;
  }

  /** Pairs of the newer policy that the same flow did not permit before. */
  static long opened(CompiledPolicy before, CompiledPolicy after) {
    Map<String, PolicyServer> older = new HashMap<>();
    before.servers().forEach(server -> older.put(server.ref().id(), server));
    Map<String, PolicyFlow> flows = new HashMap<>();
    before.flows().forEach(flow -> flows.put(flow.ref().id(), flow));
    boolean[] counts = new boolean[after.servers().size()];
    PolicyServer[] was = new PolicyServer[counts.length];
    for (PolicyServer server : after.servers()) {
      counts[server.index()] = !server.quarantined();
      was[server.index()] = older.get(server.ref().id());
    }
    int[] sums = sums(counts);
    long opened = 0;
    for (PolicyFlow flow : after.flows()) {
      PolicyFlow old = flows.get(flow.ref().id());
      long pairs = size(flow.source(), sums) * size(flow.destination(), sums);
      long kept =
          old == null
              ? 0
              : kept(flow.source(), old.source(), was, counts)
                  * kept(flow.destination(), old.destination(), was, counts);
      opened += pairs - kept;
    }
    return opened;
  }

  private static int[] sums(boolean[] counts) {
    int[] sums = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      sums[i + 1] = sums[i] + (counts[i] ? 1 : 0);
    }
    return sums;
  }

  private static long size(PolicyEndpoint end, int[] sums) {
    return end.isExternal() ? 1 : sums[end.to()] - sums[end.from()];
  }

  private static long kept(
      PolicyEndpoint end, PolicyEndpoint old, PolicyServer[] was, boolean[] counts) {
    if (end.isExternal() || old.isExternal()) {
      return end.isExternal() && old.isExternal() && end.network().equals(old.network()) ? 1 : 0;
    }
    long kept = 0;
    for (int i = end.from(); i < end.to(); i++) {
      boolean had = was[i] != null && !was[i].quarantined() && old.holds(was[i].index());
      kept += counts[i] && had ? 1 : 0;
    }
    return kept;
  }
}
