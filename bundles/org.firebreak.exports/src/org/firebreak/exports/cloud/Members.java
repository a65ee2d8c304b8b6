package org.firebreak.exports.cloud;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;

/** Which instances stand for the endpoint on one side of a rule, if instances do. */
public final class Members {
  private final CompiledPolicy policy;
  private final Map<String, PolicyEndpoint> endpoints = new HashMap<>();
  private final BitSet enforced = new BitSet();
  private final RuleSet first;

  /**
   * Looks among the instances of one partition.
   *
   * @param sets rule sets of one routing domain; at least one
   */
  public Members(CompiledPolicy policy, List<RuleSet> sets) {
    this.policy = policy;
    this.first = sets.get(0);
    policy.endpoints().forEach(endpoint -> endpoints.put(endpoint.ref().id(), endpoint));
    sets.forEach(set -> set.servers().forEach(server -> enforced.set(server.index())));
  }

  /**
   * The instances whose addresses are exactly those of the group; empty if the group is not made of
   * instances of this partition alone, so that it must be named by its addresses.
   */
  public List<PolicyServer> of(AddressGroup group) {
    PolicyEndpoint endpoint = group.element() == null ? null : endpoints.get(group.element().id());
    if (endpoint == null || endpoint.isExternal()) {
      return List.of();
    }
    List<PolicyServer> members = new ArrayList<>();
    List<AddressRange> addresses = new ArrayList<>();
    for (PolicyServer server : policy.servers().subList(endpoint.from(), endpoint.to())) {
      if (enforced.get(server.index())) {
        members.add(server);
        server.addresses().forEach(address -> addresses.add(AddressRange.of(address)));
      } else if (server.domain().isShared() || server.domain().equals(first.domain())) {
        return List.of();
      }
    }
    return AddressSet.of(addresses).equals(group.addresses()) ? members : List.of();
  }
}
