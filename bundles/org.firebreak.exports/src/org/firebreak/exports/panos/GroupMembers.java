package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;

/** Which addresses of which servers a group of addresses is made of. */
final class GroupMembers {
  /**
   * One address of a server.
   *
   * @param number position among the addresses of the server
   */
  record Member(PolicyServer server, Address address, int number) {}

  private final CompiledPolicy policy;
  private final RoutingDomain domain;
  private final Map<String, PolicyEndpoint> endpoints = new HashMap<>();

  /**
   * @param domain where the rules hold; another tenant may have servers of the same addresses
   */
  GroupMembers(CompiledPolicy policy, RoutingDomain domain) {
    this.policy = policy;
    this.domain = domain;
    policy.endpoints().forEach(endpoint -> endpoints.put(endpoint.ref().id(), endpoint));
  }

  /** Whether the group is a network outside the design, which has blocks and no members. */
  boolean isNetwork(AddressGroup group) {
    PolicyEndpoint endpoint = endpoint(group);
    return endpoint != null && endpoint.isExternal();
  }

  private PolicyEndpoint endpoint(AddressGroup group) {
    return group.element() == null ? null : endpoints.get(group.element().id());
  }

  /** The members of a group of servers, in the order of the design. */
  List<Member> of(AddressGroup group) {
    PolicyEndpoint endpoint = endpoint(group);
    Collection<PolicyServer> servers =
        endpoint == null
            ? policy.servers()
            : policy.servers().subList(endpoint.from(), endpoint.to());
    List<Member> members = new ArrayList<>();
    for (PolicyServer server : servers) {
      if (!domain.isShared() && !domain.reaches(server)) {
        continue;
      }
      for (int i = 0; i < server.addresses().size(); i++) {
        Address address = server.addresses().get(i);
        if (group.addresses().contains(address) && isOwner(server, address)) {
          members.add(new Member(server, address, i));
        }
      }
    }
    return members;
  }

  /** Whether the address is the server's where the server is, and not that of one before it. */
  private boolean isOwner(PolicyServer server, Address address) {
    return policy
        .serverAt(server.domain(), address)
        .map(owner -> owner.index() == server.index())
        .orElse(false);
  }
}
