package org.firebreak.core.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressSet;

/**
 * In which rules an element of a design has a part: those that come from it, that speak of its
 * addresses or its service, or that are enforced at it. Rules for any address are not counted as
 * speaking of an endpoint.
 */
public final class RuleUsage {
  private final CompiledPolicy policy;
  private final String element;
  private final PolicyEndpoint endpoint;
  private final Map<RoutingDomain, AddressSet> addresses = new HashMap<>();

  private RuleUsage(CompiledPolicy policy, String element, PolicyEndpoint endpoint) {
    this.policy = policy;
    this.element = element;
    this.endpoint = endpoint;
  }

  /**
   * The usage of one element.
   *
   * @param element id of the element
   */
  public static RuleUsage of(CompiledPolicy policy, String element) {
    PolicyEndpoint endpoint =
        policy.endpoints().stream()
            .filter(each -> each.ref().id().equals(element))
            .findFirst()
            .orElse(null);
    return new RuleUsage(policy, element, endpoint);
  }

  /** The rules of a rule set in which the element has a part, in order. */
  public List<Rule> rules(RuleSet set) {
    return isEnforcedAt(set)
        ? set.rules()
        : set.rules().stream().filter(rule -> isIn(set, rule)).toList();
  }

  private boolean isIn(RuleSet set, Rule rule) {
    return rule.origins().stream().anyMatch(this::is)
        || rule.services().stream().anyMatch(service -> is(service.ref()))
        || speaksOf(set, rule.source())
        || speaksOf(set, rule.destination());
  }

  private boolean is(ElementRef ref) {
    return ref.id().equals(element);
  }

  private boolean isEnforcedAt(RuleSet set) {
    return is(set.enforcementPoint())
        || endpoint != null
            && set.servers().stream().anyMatch(server -> endpoint.holds(server.index()));
  }

  private boolean speaksOf(RuleSet set, AddressGroup side) {
    return endpoint != null
        && !side.isAny()
        && side.addresses()
            .intersects(
                addresses.computeIfAbsent(
                    set.domain(), domain -> policy.addresses(domain, endpoint)));
  }
}
