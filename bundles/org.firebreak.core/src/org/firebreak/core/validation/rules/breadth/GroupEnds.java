package org.firebreak.core.validation.rules.breadth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.validation.ValidationContext;
import org.firebreak.model.ServerGroup;

/** The groups of a design that have servers, as ends of flows. */
final class GroupEnds {
  private final ValidationContext context;
  private final Map<String, ServerGroup> elements = new HashMap<>();
  private final List<PolicyEndpoint> groups = new ArrayList<>();

  private GroupEnds(ValidationContext context) {
    this.context = context;
    context.groups().forEach(group -> elements.put(group.getId(), group));
    for (PolicyEndpoint end : context.policy().endpoints()) {
      if (end.ref().type().equals("ServerGroup") && end.from() < end.to()) {
        groups.add(end);
      }
    }
  }

  static GroupEnds in(ValidationContext context) {
    return context.shared(GroupEnds.class, GroupEnds::new);
  }

  /** The role of an end that is a group and has one. */
  Optional<String> role(PolicyEndpoint end) {
    return Optional.ofNullable(elements.get(end.ref().id())).map(ServerGroup::getRole);
  }

  /** All groups with servers, and the servers outside any group. */
  List<PolicyEndpoint> everybody() {
    BitSet all = new BitSet();
    all.set(0, context.servers().size());
    return of(all);
  }

  /** The groups inside a zone. */
  List<PolicyEndpoint> inside(PolicyEndpoint zone) {
    return groups.stream()
        .filter(group -> zone.from() <= group.from() && group.to() <= zone.to())
        .toList();
  }

  /** The group or server that alone makes up a zone; none if there are several. */
  List<PolicyEndpoint> only(PolicyEndpoint zone) {
    List<PolicyEndpoint> all =
        inside(zone).stream().filter(group -> group.to() - group.from() == size(zone)).toList();
    return all.isEmpty() && size(zone) == 1 ? List.of(end(zone.from())) : all;
  }

  /** The groups that lie wholly in a set of servers, and the other servers of it. */
  List<PolicyEndpoint> of(BitSet servers) {
    List<PolicyEndpoint> ends = new ArrayList<>();
    BitSet rest = (BitSet) servers.clone();
    for (PolicyEndpoint group : groups) {
      if (servers.nextClearBit(group.from()) >= group.to()) {
        ends.add(group);
        rest.clear(group.from(), group.to());
      }
    }
    rest.stream().forEach(server -> ends.add(end(server)));
    return ends;
  }

  /** The end of one server. */
  PolicyEndpoint end(int server) {
    PolicyServer found = context.policy().servers().get(server);
    return context.policy().endpointOf(found);
  }

  private static int size(PolicyEndpoint end) {
    return end.to() - end.from();
  }
}
