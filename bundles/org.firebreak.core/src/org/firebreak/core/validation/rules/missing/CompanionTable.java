package org.firebreak.core.validation.rules.missing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.validation.ActiveFlow;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.core.validation.facts.ServerAddresses;

/** For one protocol the flows that permit half of it. */
final class CompanionTable {
  private record Ends(int source, int destination) {
    static Ends of(ActiveFlow flow) {
      return new Ends(flow.policy().source().index(), flow.policy().destination().index());
    }
  }

  private final ValidationContext context;
  private final Companion companion;
  private final CompanionServices services;
  private final List<ActiveFlow> whole = new ArrayList<>();
  private final Set<Ends> wholeEnds = new HashSet<>();
  private final Map<Integer, BitSet> servers = new HashMap<>();

  CompanionTable(ValidationContext context, Companion companion, CompanionServices services) {
    this.context = context;
    this.companion = companion;
    this.services = services;
  }

  /** In order of the flows. */
  List<ActiveFlow> halves() {
    List<ActiveFlow> triggered = new ArrayList<>();
    for (ActiveFlow flow : context.activeFlows()) {
      if (services.isHalf(companion, flow) && !companion.isFollowed(flow.policy().inspection())) {
        triggered.add(flow);
      }
    }
    if (companion == Companion.MOUNTD && !triggered.isEmpty()) {
      // The portmapper serves other programs too; with NFS between the same ends it is version 3.
      Set<Ends> nfs = ends(context.activeFlows().stream().filter(services::isNfs).toList());
      triggered.removeIf(flow -> !nfs.contains(Ends.of(flow)));
    }
    if (triggered.isEmpty()) {
      return triggered;
    }
    for (ActiveFlow flow : context.activeFlows()) {
      if (services.isOther(companion, flow)) {
        whole.add(flow);
      }
    }
    wholeEnds.addAll(ends(whole));
    return triggered.stream().filter(flow -> !isCompleted(flow)).toList();
  }

  private static Set<Ends> ends(List<ActiveFlow> flows) {
    return flows.stream().map(Ends::of).collect(Collectors.toSet());
  }

  /**
   * Whether the rest is permitted between some of the same servers, in either direction: what is
   * half drawn for some of them is a matter for people.
   */
  private boolean isCompleted(ActiveFlow flow) {
    PolicyEndpoint source = flow.policy().source();
    PolicyEndpoint destination = flow.policy().destination();
    if (wholeEnds.contains(Ends.of(flow))) {
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
