package org.firebreak.core.validation.rules.breadth;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.GroupRoles;
import org.firebreak.core.validation.facts.GroupRun;
import org.firebreak.core.validation.facts.Role;
import org.firebreak.core.validation.facts.ServerAddresses;

/** What the other flows of a design permit, for a flow that is about to permit less. */
final class Permitted {
  private final ValidationContext context;
  private final ActiveFlow except;

  Permitted(ValidationContext context, ActiveFlow except) {
    this.context = context;
    this.except = except;
  }

  /** Another flow that permits a service from all of one end to all of another. */
  Optional<ActiveFlow> by(PolicyEndpoint source, PolicyEndpoint destination, ServiceMatch match) {
    return context.activeFlows().stream()
        .filter(flow -> flow != except)
        .filter(
            flow ->
                covers(flow.policy().source(), source)
                    && covers(flow.policy().destination(), destination)
                    && flow.policy().services().stream()
                        .anyMatch(service -> service.match().coversAll(match)))
        .findFirst();
  }

  /** Whether one end holds all of another, a network by the addresses of the servers. */
  private boolean covers(PolicyEndpoint outer, PolicyEndpoint inner) {
    if (!outer.isExternal() || inner.isExternal()) {
      return holds(outer, inner);
    }
    return inner.from() < inner.to()
        && context.policy().domains().stream()
            .allMatch(
                domain -> outer.network().containsAll(context.policy().addresses(domain, inner)));
  }

  /** Whether two ends lie in one group whose members talk freely, so that no flow is needed. */
  boolean isFree(PolicyEndpoint one, PolicyEndpoint other) {
    boolean itself =
        !one.isExternal()
            && one.from() == other.from()
            && one.to() == other.to()
            && one.to() - one.from() == 1;
    GroupRun group = GroupRun.of(context.policy(), one);
    return itself
        || group.isSingle()
            && group.equals(GroupRun.of(context.policy(), other))
            && Stream.of(one, other)
                .flatMap(end -> context.policy().servers().subList(end.from(), end.to()).stream())
                .noneMatch(PolicyServer::micro);
  }

  /** Whether one end holds all of another. */
  static boolean holds(PolicyEndpoint outer, PolicyEndpoint inner) {
    if (outer.index() == inner.index()) {
      return true;
    }
    if (outer.isExternal() || inner.isExternal()) {
      return outer.isExternal()
          && inner.isExternal()
          && outer.network().containsAll(inner.network());
    }
    return outer.from() <= inner.from() && inner.to() <= outer.to() && inner.from() < inner.to();
  }

  /** Whether nobody is left without a flow at the client end. */
  boolean mayLeaveClients(List<PolicyEndpoint> kept) {
    return leavesNobodyWithoutFlow(except.policy().source(), kept);
  }

  /**
   * Whether nobody is left without a flow at the server end, and no group that serves without
   * clients.
   */
  boolean mayLeaveServers(List<PolicyEndpoint> kept) {
    PolicyEndpoint end = except.policy().destination();
    if (!leavesNobodyWithoutFlow(end, kept)) {
      return false;
    }
    GroupRoles roles = context.shared(GroupRoles.class, GroupRoles::of);
    BitSet unused = groups(end);
    groups(end).stream()
        .filter(group -> roles.role(group(group)).filter(Role::serves).isEmpty())
        .forEach(unused::clear);
    kept.forEach(part -> unused.andNot(groups(part)));
    for (ActiveFlow flow : context.activeFlows()) {
      if (unused.isEmpty()) {
        return true;
      }
      if (flow != except) {
        unused.andNot(groups(flow.policy().destination()));
      }
    }
    return unused.isEmpty();
  }

  private PolicyGroup group(int index) {
    return context.policy().groups().get(index);
  }

  private BitSet groups(PolicyEndpoint end) {
    BitSet groups = new BitSet();
    if (end.isExternal()) {
      servers(end).stream()
          .map(server -> context.policy().servers().get(server).group())
          .forEach(groups::set);
    } else {
      GroupRun run = GroupRun.of(context.policy(), end);
      groups.set(run.from(), run.to());
    }
    return groups;
  }

  /**
   * Whether each server of an end still has a flow if the flow keeps only some ends. Else the fix
   * would leave servers without any flow, which is another finding; a person must decide.
   *
   * @param kept ends that the flow still has, of either side
   */
  private boolean leavesNobodyWithoutFlow(PolicyEndpoint end, List<PolicyEndpoint> kept) {
    BitSet bare = servers(end);
    kept.forEach(part -> bare.andNot(servers(part)));
    for (ActiveFlow flow : context.activeFlows()) {
      if (bare.isEmpty()) {
        return true;
      }
      if (flow != except) {
        clear(flow.policy().source(), bare);
        clear(flow.policy().destination(), bare);
      }
    }
    return bare.isEmpty();
  }

  private void clear(PolicyEndpoint end, BitSet bare) {
    if (!end.isExternal()) {
      bare.clear(end.from(), end.to());
    } else if (!context.isAnyAddress(end)) {
      bare.andNot(servers(end));
    }
  }

  private BitSet servers(PolicyEndpoint end) {
    if (end.isExternal()) {
      return context.isAnyAddress(end)
          ? new BitSet()
          : context.shared(ServerAddresses.class, ServerAddresses::of).serversIn(end.network());
    }
    BitSet servers = new BitSet();
    servers.set(end.from(), end.to());
    return servers;
  }
}
