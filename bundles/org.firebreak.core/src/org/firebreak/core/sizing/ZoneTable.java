package org.firebreak.core.sizing;

import java.util.List;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyGroup;

/** The innermost zone of each group, and of endpoints without servers. */
final class ZoneTable {

  private static final ElementRef NONE = new ElementRef("no-zone", "Zone", "outside any zone");

  private final CompiledPolicy policy;
  private final ElementRef[] byGroup;

  ZoneTable(CompiledPolicy policy) {
    this.policy = policy;
    List<PolicyGroup> groups = policy.groups();
    byGroup = new ElementRef[groups.size()];
    for (PolicyGroup group : groups) {
      byGroup[group.index()] =
          group.size() == 0 ? NONE : of(policy.endpointOf(policy.servers().get(group.from())));
    }
  }

  /**
   * Zone of servers, or the network outside the design.
   *
   * @param servers class of servers
   * @param endpoint endpoint of the flow that they belong to
   */
  ElementRef of(ServerClass servers, PolicyEndpoint endpoint) {
    return servers.key() == null ? endpoint.ref() : byGroup[servers.key().group()];
  }

  /** Innermost zone of an endpoint; an external network stands for itself. */
  ElementRef of(PolicyEndpoint endpoint) {
    if (endpoint.isExternal()) {
      return endpoint.ref();
    }
    PolicyEndpoint each = endpoint;
    while (!each.ref().type().equals("Zone")) {
      if (each.parent() < 0) {
        return NONE;
      }
      each = policy.endpoints().get(each.parent());
    }
    return each.ref();
  }
}
