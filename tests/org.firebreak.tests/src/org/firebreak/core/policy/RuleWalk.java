package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.model.EnforcementKind;

/** Sends a connection past every enforcement point on its way, first match decides at each. */
final class RuleWalk {
  private final CompiledPolicy policy;

  RuleWalk(CompiledPolicy policy) {
    this.policy = policy;
  }

  Verdict.Kind verdict(Connection connection) {
    PolicyServer source = policy.serverAt(connection.domain(), connection.source()).orElse(null);
    PolicyServer destination =
        policy.serverAt(connection.domain(), connection.destination()).orElse(null);
    if (source == null && destination == null) {
      return Verdict.Kind.OUT_OF_SCOPE;
    }
    List<Rule> deciding = deciding(connection);
    if (deciding.stream().allMatch(rule -> rule.action() == Rule.Action.PERMIT)) {
      return Verdict.Kind.PERMIT;
    }
    return deciding.stream().anyMatch(rule -> rule.alert() != null)
        ? Verdict.Kind.ALERT
        : Verdict.Kind.DENY;
  }

  /** The rule that decides at each enforcement point on the way. */
  List<Rule> deciding(Connection connection) {
    PolicyServer source = policy.serverAt(connection.domain(), connection.source()).orElse(null);
    PolicyServer destination =
        policy.serverAt(connection.domain(), connection.destination()).orElse(null);
    if (source == destination) {
      return List.of();
    }
    List<Rule> deciding = new ArrayList<>();
    if (source != null && source.enforcedAtHost()) {
      deciding.add(first(hostRules(source), Rule.Direction.OUTBOUND, connection));
    }
    if (destination != null && destination.enforcedAtHost()) {
      deciding.add(first(hostRules(destination), Rule.Direction.INBOUND, connection));
    }
    for (RuleSet central : centralRules(connection, source, destination)) {
      deciding.add(first(central, Rule.Direction.FORWARD, connection));
    }
    return deciding;
  }

  private RuleSet hostRules(PolicyServer server) {
    return policy.ruleSets().stream()
        .filter(set -> set.servers().contains(server))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The firewalls of the verdict; where hosts enforce, every firewall must let the connection by.
   */
  private List<RuleSet> centralRules(
      Connection connection, PolicyServer source, PolicyServer destination) {
    boolean atHosts =
        source != null && source.enforcedAtHost()
            || destination != null && destination.enforcedAtHost();
    List<String> ids =
        policy.decide(connection).enforcedAt().stream()
            .map(enforcer -> enforcer.ref().id())
            .toList();
    return policy.ruleSets().stream()
        .filter(set -> set.kind() == EnforcementKind.CENTRAL)
        .filter(set -> set.domain().equals(connection.domain()))
        .filter(set -> atHosts || ids.contains(set.enforcementPoint().id()))
        .toList();
  }

  private static Rule first(RuleSet set, Rule.Direction direction, Connection connection) {
    return set.rules(direction).stream()
        .filter(rule -> rule.matches(connection))
        .findFirst()
        .orElseThrow();
  }
}
