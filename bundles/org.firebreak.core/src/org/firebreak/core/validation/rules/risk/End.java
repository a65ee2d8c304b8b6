package org.firebreak.core.validation.rules.risk;

import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.model.Endpoint;

/** An end of a flow: as it is drawn, and the servers or addresses that it covers. */
record End(Endpoint element, PolicyEndpoint policy) {
  static End source(ActiveFlow flow) {
    return new End(flow.element().getSource(), flow.policy().source());
  }

  static End destination(ActiveFlow flow) {
    return new End(flow.element().getDestination(), flow.policy().destination());
  }

  boolean isExternal() {
    return policy.isExternal();
  }

  boolean hasServers() {
    return policy.from() < policy.to();
  }

  String name() {
    return policy.ref().name();
  }
}
