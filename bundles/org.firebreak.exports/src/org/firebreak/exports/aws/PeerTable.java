package org.firebreak.exports.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.exports.Slugs;

/**
 * How rules name peers by their addresses: each block by itself, or a prefix list where that takes
 * fewer resources.
 */
final class PeerTable {
  /** Longer lists are cut, so that they fit into groups with other rules; EC2 takes 100. */
  private static final int LIST = 25;

  private final int most;
  private final Map<Object, List<Peer>> peers = new HashMap<>();
  private final List<PrefixList> lists = new ArrayList<>();

  /** One set of addresses that rules name. */
  private static final class Use {
    private final AddressGroup peer;
    private final List<List<String>> cidrs;
    private int pieces;

    Use(AddressGroup peer) {
      this.peer = peer;
      this.cidrs = List.of(peer.addresses().v4().toPrefixes(), peer.addresses().v6().toPrefixes());
    }
  }

  /**
   * @param room rules that a group holds; each address of a list counts as one
   */
  PeerTable(String prefix, List<Wanted> byAddress, int room) {
    most = Math.min(LIST, room);
    Map<Object, Use> uses = new LinkedHashMap<>();
    for (Wanted wanted : byAddress) {
      uses.computeIfAbsent(key(wanted.peer()), key -> new Use(wanted.peer())).pieces +=
          wanted.pieces().size();
    }
    Map<String, String> slugs =
        GroupNames.of(uses.values(), use -> key(use.peer).toString(), use -> use.peer.name());
    Map<String, String> ids = GroupNames.logicalIds("List", slugs.values());
    uses.forEach(
        (key, use) -> {
          String slug = slugs.get(key.toString());
          peers.put(key, peers(use, prefix + slug, ids.get(slug)));
        });
  }

  private static Object key(AddressGroup peer) {
    return peer.element() == null
        ? Slugs.shortHash(peer.addresses().toString()) + peer.addresses()
        : peer.element().id();
  }

  private List<Peer> peers(Use use, String name, String logicalId) {
    List<Peer> all = new ArrayList<>();
    for (int family = 0; family < 2; family++) {
      boolean v6 = family == 1;
      List<String> cidrs = use.cidrs.get(family);
      int needed = (cidrs.size() + most - 1) / most;
      if ((long) cidrs.size() * use.pieces <= (long) needed * (use.pieces + 1)) {
        cidrs.forEach(cidr -> all.add(new Peer.Cidr(cidr, v6)));
        continue;
      }
      for (int part = 0; part < needed; part++) {
        String suffix = (v6 ? "6" : "4") + (part == 0 ? "" : "-" + (part + 1));
        PrefixList list =
            new PrefixList(
                name + "-v" + suffix,
                logicalId + "V" + suffix.replace('-', 'P'),
                use.peer.name(),
                v6,
                cidrs.subList(part * most, Math.min(cidrs.size(), (part + 1) * most)));
        lists.add(list);
        all.add(new Peer.Prefixes(list));
      }
    }
    return all;
  }

  List<Peer> of(AddressGroup peer) {
    return peers.get(key(peer));
  }

  List<PrefixList> lists() {
    return lists;
  }
}
