package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ServerAddresses;
import org.firebreak.model.Protocol;

/** For one protocol the flows that permit half of it. */
final class CompanionTable {
  private record Ends(int source, int destination) {}

  private final ValidationContext context;
  private final Companion companion;
  private final Map<PolicyService, Boolean> others = new IdentityHashMap<>();
  private final List<ActiveFlow> whole = new ArrayList<>();
  private final Set<Ends> wholeEnds = new HashSet<>();
  private final Map<Integer, BitSet> servers = new HashMap<>();

  CompanionTable(ValidationContext context, Companion companion) {
    this.context = context;
    this.companion = companion;
  }

  /** In order of the flows. */
  List<ActiveFlow> halves() {
    List<ActiveFlow> triggered = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      if (isTriggered(flow)) {
        triggered.add(flow);
      }
    }
    if (triggered.isEmpty()) {
      return triggered;
    }
    for (ActiveFlow flow : context.activeFlows()) {
      if (flow.policy().services().stream().anyMatch(this::isOther)) {
        whole.add(flow);
        wholeEnds.add(
            new Ends(flow.policy().source().index(), flow.policy().destination().index()));
      }
    }
    return triggered.stream().filter(flow -> !isCompleted(flow)).toList();
  }

  private boolean isTriggered(ActiveFlow flow) {
    if (companion.isFollowed(flow.policy().inspection())) {
      return false;
    }
    boolean trigger = false;
    boolean nfs = companion != Companion.MOUNTD;
    for (PolicyService service : flow.policy().services()) {
      trigger |= companion.isTrigger(service.match());
      nfs |= isNfs(service.match());
    }
    return trigger && (nfs || nfsBeside(flow));
  }

  private static boolean isNfs(ServiceMatch match) {
    return (match.protocol() == Protocol.TCP || match.protocol() == Protocol.UDP)
        && match.ports().contains(2049);
  }

  /** The portmapper serves other programs too; with NFS between the same ends it is version 3. */
  private boolean nfsBeside(ActiveFlow flow) {
    return context.activeFlows().stream()
        .filter(
            other ->
                other.policy().source() == flow.policy().source()
                    && other.policy().destination() == flow.policy().destination())
        .flatMap(other -> other.policy().services().stream())
        .anyMatch(service -> isNfs(service.match()));
  }

  private boolean isOther(PolicyService service) {
    return others.computeIfAbsent(service, asked -> companion.isOther(asked.match()));
  }

  /**
   * Whether the rest is permitted between some of the same servers, in either direction: what is
   * half drawn for some of them is a matter for people.
   */
  private boolean isCompleted(ActiveFlow flow) {
    PolicyEndpoint source = flow.policy().source();
    PolicyEndpoint destination = flow.policy().destination();
    if (wholeEnds.contains(new Ends(source.index(), destination.index()))) {
      return true;
    }
    for (ActiveFlow other : whole) {
      PolicyEndpoint from = other.policy().source();
      PolicyEndpoint to = other.policy().destination();
      if (meet(source, from) && meet(destination, to)
          || goesBack() && meet(source, to) && meet(destination, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean goesBack() {
    return companion == Companion.FTP_DATA
        || companion == Companion.RTP
        || companion == Companion.IPSEC_DATA;
  }

  /** Whether two ends have a server or an address in common. */
  private boolean meet(PolicyEndpoint one, PolicyEndpoint other) {
    if (one == other) {
      return true;
    }
    if (one.isExternal() && other.isExternal()) {
      return one.network().intersects(other.network());
    }
    if (one.isExternal()) {
      return meet(other, one);
    }
    if (!other.isExternal()) {
      return one.from() < other.to() && other.from() < one.to();
    }
    int first = inside(other).nextSetBit(one.from());
    return context.isAnyAddress(other) || first >= 0 && first < one.to();
  }

  private BitSet inside(PolicyEndpoint network) {
    return servers.computeIfAbsent(
        network.index(),
        index ->
            context.isAnyAddress(network)
                ? new BitSet()
                : context
                    .shared(ServerAddresses.class, ServerAddresses::of)
                    .serversIn(network.network()));
  }
}
