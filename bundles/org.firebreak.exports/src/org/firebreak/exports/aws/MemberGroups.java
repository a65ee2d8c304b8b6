package org.firebreak.exports.aws;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.cloud.Members;

/**
 * Chooses the groups by which rules name their peers: the group of a class if its hosts are just
 * the peer's, else a group that only says who belongs to the peer, as long as the interfaces of its
 * members have room for it. Peers without a group are named by their addresses.
 */
final class MemberGroups {
  /** Groups at an interface that are kept for rules. */
  private static final int FOR_RULES = 2;

  /** An endpoint that rules name, and its instances. */
  private record Named(AddressGroup peer, List<PolicyServer> members, int[] uses) {}

  private final Map<BitSet, RuleSet> classes = new HashMap<>();
  private final Map<String, RuleSet> ofClass = new HashMap<>();
  private final Map<String, AddressGroup> ownGroup = new LinkedHashMap<>();
  private final Map<String, List<PolicyServer>> members = new HashMap<>();
  private final Map<Integer, Integer> groupsAt = new HashMap<>();

  MemberGroups(List<RuleSet> sets, List<Wanted> wanted, Members instances, int atInterface) {
    sets.forEach(set -> classes.put(indexes(set.servers()), set));
    Map<String, Named> named = new LinkedHashMap<>();
    for (Wanted each : wanted) {
      if (each.peer().element() != null) {
        named.computeIfAbsent(
                    each.peer().element().id(),
                    id -> new Named(each.peer(), instances.of(each.peer()), new int[1]))
                .uses()[0] +=
            each.pieces().size();
      }
    }
    List<Named> byUse = new ArrayList<>(named.values());
    byUse.sort(
        Comparator.comparingInt((Named each) -> -each.uses()[0] * each.members().size())
            .thenComparing(each -> each.peer().element().id()));
    byUse.stream()
        .filter(each -> !each.members().isEmpty())
        .forEach(each -> choose(each, atInterface - FOR_RULES));
  }

  private static BitSet indexes(List<PolicyServer> servers) {
    BitSet indexes = new BitSet();
    servers.forEach(server -> indexes.set(server.index()));
    return indexes;
  }

  private void choose(Named named, int room) {
    String id = named.peer().element().id();
    RuleSet same = classes.get(indexes(named.members()));
    if (same != null) {
      ofClass.put(id, same);
    } else if (named.members().stream().allMatch(server -> groupsAt(server) < room)) {
      named.members().forEach(server -> groupsAt.merge(server.index(), 1, Integer::sum));
      ownGroup.put(id, named.peer());
      members.put(id, named.members());
    }
  }

  /** How many groups that only say who belongs to them are at the interfaces of a server. */
  int groupsAt(PolicyServer server) {
    return groupsAt.getOrDefault(server.index(), 0);
  }

  /** The class whose hosts are the peer's; {@code null} if there is none. */
  RuleSet classOf(AddressGroup peer) {
    return peer.element() == null ? null : ofClass.get(peer.element().id());
  }

  /** The peers that have a group of their own, by id of the endpoint. */
  Map<String, AddressGroup> own() {
    return ownGroup;
  }

  List<PolicyServer> members(String endpoint) {
    return members.get(endpoint);
  }
}
