package org.firebreak.core.validation.rules.risk;

import java.util.BitSet;
import java.util.Set;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.core.validation.facts.ServiceKinds;
import org.firebreak.core.validation.facts.ServiceOverlap;

/**
 * The active flows of a design without one: what would be left, or stand beside its replacement, if
 * a fix took it away. Asked only while a fix is made; each question walks over the flows once.
 */
final class OtherFlows {
  /** What operation needs of every server; nobody draws a server for it. */
  private static final Set<String> OPERATION = Set.of("administration", "monitoring", "backup");

  private final ValidationContext context;
  private final ActiveFlow without;

  OtherFlows(ValidationContext context, ActiveFlow without) {
    this.context = context;
    this.without = without;
  }

  /** Whether one of them permits the whole of it. */
  boolean cover(PolicyEndpoint source, PolicyEndpoint destination, ServiceMatch match) {
    return context.activeFlows().stream()
        .filter(this::isOther)
        .anyMatch(
            other ->
                contains(other.policy().source(), source)
                    && contains(other.policy().destination(), destination)
                    && other.policy().services().stream()
                        .anyMatch(service -> service.match().coversAll(match)));
  }

  /** Whether one of them permits a part of it, so that it would not stand alone. */
  boolean meet(PolicyEndpoint source, PolicyEndpoint destination, ServiceMatch match) {
    return context.activeFlows().stream()
        .filter(this::isOther)
        .anyMatch(
            other ->
                meets(other.policy().source(), source)
                    && meets(other.policy().destination(), destination)
                    && other.policy().services().stream()
                        .anyMatch(service -> ServiceOverlap.meet(service.match(), match)));
  }

  /**
   * Whether no server at either end would be left without any flow, and none at the server end
   * without one that uses it.
   */
  boolean serveItsEnds() {
    ServiceKinds kinds = context.shared(ServiceKinds.class, ServiceKinds::of);
    boolean operation =
        without.policy().services().stream()
            .allMatch(service -> OPERATION.contains(kinds.category(service)));
    return serve(without.policy().source()) && serve(without.policy().destination(), !operation);
  }

  /** Whether every server at an end has one of them. */
  boolean serve(PolicyEndpoint end) {
    return serve(end, false);
  }

  private boolean serve(PolicyEndpoint end, boolean asServer) {
    if (end.isExternal() || end.from() == end.to()) {
      return true;
    }
    BitSet used = new BitSet();
    ServerAddresses addresses = context.shared(ServerAddresses.class, ServerAddresses::of);
    for (ActiveFlow other : context.activeFlows()) {
      if (isOther(other)) {
        use(other.policy().destination(), used, addresses);
        if (!asServer) {
          use(other.policy().source(), used, addresses);
        }
      }
    }
    return used.nextClearBit(end.from()) >= end.to();
  }

  private void use(PolicyEndpoint end, BitSet used, ServerAddresses addresses) {
    if (!end.isExternal()) {
      used.set(end.from(), end.to());
    } else if (!context.isAnyAddress(end)) {
      used.or(addresses.serversIn(end.network()));
    }
  }

  private boolean isOther(ActiveFlow flow) {
    return flow.policy().index() != without.policy().index();
  }

  private static boolean contains(PolicyEndpoint outer, PolicyEndpoint inner) {
    if (outer.index() == inner.index()) {
      return true;
    }
    if (outer.isExternal() || inner.isExternal()) {
      return outer.isExternal()
          && inner.isExternal()
          && outer.network().containsAll(inner.network());
    }
    return inner.from() < inner.to() && outer.from() <= inner.from() && inner.to() <= outer.to();
  }

  private static boolean meets(PolicyEndpoint one, PolicyEndpoint other) {
    if (one.isExternal() || other.isExternal()) {
      return one.isExternal() && other.isExternal() && one.network().intersects(other.network());
    }
    return one.index() == other.index() || one.from() < other.to() && other.from() < one.to();
  }
}
