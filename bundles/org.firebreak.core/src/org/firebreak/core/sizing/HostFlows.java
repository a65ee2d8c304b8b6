package org.firebreak.core.sizing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyServer;

/** Which flows a host enforces; found when somebody asks, since there may be many hosts. */
public final class HostFlows {
  private HostFlows() {}

  /**
   * Flows with an end at an enforced server of a host.
   *
   * @param host hypervisor host, or a server that names none, as {@link HostLoad#name} has it
   * @return ids of the flows, in the order of the policy
   */
  public static Set<String> of(CompiledPolicy policy, String host) {
    List<PolicyServer> servers =
        policy.servers().stream()
            .filter(PolicyServer::enforcedAtHost)
            .filter(server -> HostBook.Machine.of(server).name().equals(host))
            .toList();
    Set<String> flows = new LinkedHashSet<>();
    for (PolicyFlow flow : policy.flows()) {
      if (servers.stream()
          .anyMatch(server -> holds(flow.source(), server) || holds(flow.destination(), server))) {
        flows.add(flow.ref().id());
      }
    }
    return flows;
  }

  private static boolean holds(PolicyEndpoint end, PolicyServer server) {
    return end.isExternal()
        ? server.addresses().stream().anyMatch(end.network()::contains)
        : end.from() <= server.index() && server.index() < end.to();
  }
}
