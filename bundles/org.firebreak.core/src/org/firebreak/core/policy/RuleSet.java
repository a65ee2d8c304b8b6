package org.firebreak.core.policy;

import java.util.List;
import org.firebreak.model.EnforcementKind;

/**
 * The ordered rules of a central firewall in one routing domain, or those that hosts with the same
 * rules share.
 *
 * @param id identifier, stable as long as the rules come from the same model elements
 * @param name name for people, unique among the rule sets of a policy
 * @param enforcementPoint enforcement point of the model, or the implied one
 * @param platform platform that the enforcement point names; {@code null} if it names none
 * @param domain routing domain whose addresses the rules speak of
 * @param servers the hosts that share the rules; empty for a central firewall
 * @param rules the rules; a host's inbound rules stand before its outbound ones
 */
public record RuleSet(
    String id,
    String name,
    EnforcementKind kind,
    ElementRef enforcementPoint,
    String platform,
    RoutingDomain domain,
    List<PolicyServer> servers,
    List<Rule> rules) {
  /**
   * Whether it decides only some connections, because the policy was compiled for a part of the
   * design; what it does not match, other rules of the firewall must decide.
   */
  public boolean isPartial() {
    Rule last = rules.get(rules.size() - 1);
    return !last.source().isAny() || !last.destination().isAny() || !last.services().isEmpty();
  }

  /** The rules for one direction, in order. */
  public List<Rule> rules(Rule.Direction direction) {
    return rules.stream().filter(rule -> rule.direction() == direction).toList();
  }
}
