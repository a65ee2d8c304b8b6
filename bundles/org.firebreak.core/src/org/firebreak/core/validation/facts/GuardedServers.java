package org.firebreak.core.validation.facts;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementPoint;

/** The servers that an enforcement point guards. */
public final class GuardedServers {
  private GuardedServers() {}

  /** Indexes of the servers that a point guards; all if it names none. */
  public static BitSet of(EnforcementPoint point, ValidationContext context) {
    BitSet guarded = new BitSet();
    if (point.getGuards().isEmpty()) {
      guarded.set(0, context.servers().size());
      return guarded;
    }
    Set<String> named = new HashSet<>();
    for (Endpoint endpoint : point.getGuards()) {
      named.add(endpoint.getId());
    }
    for (PolicyEndpoint end : context.policy().endpoints()) {
      if (!end.isExternal() && named.contains(end.ref().id())) {
        guarded.set(end.from(), end.to());
      }
    }
    return guarded;
  }
}
