package org.firebreak.core.policy;

import java.util.Map;

/** The phase of each server under a plan. */
final class PhaseTable {
  private final RolloutPlan plan;
  private final RolloutPhase[] phases;

  PhaseTable(EndpointTable table, RolloutPlan plan) {
    this.plan = plan;
    this.phases = new RolloutPhase[table.servers.size()];
    for (int server = 0; server < phases.length; server++) {
      phases[server] = phase(table, table.endpointOfServer.get(server));
    }
  }

  private RolloutPhase phase(EndpointTable table, int endpoint) {
    Map<String, RolloutPhase> given = plan.byEndpoint();
    for (int i = given.isEmpty() ? -1 : endpoint; i >= 0; i = table.endpoints.get(i).parent()) {
      RolloutPhase own = given.get(table.endpoints.get(i).ref().id());
      if (own != null) {
        return own;
      }
    }
    return plan.byDefault();
  }

  RolloutPhase byDefault() {
    return plan.byDefault();
  }

  RolloutPhase of(int server) {
    return phases[server];
  }
}
