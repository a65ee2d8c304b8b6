package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportException;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Limit;
import org.firebreak.exports.Slugs;

/**
 * Tags of one routing domain: each address of a server carries one for its host class and one for
 * each group, zone or server that some rule names as a peer. Groups of the firewall select by them.
 */
final class DynamicGroups {
  private static final int NAME = 60;

  private final String prefix;
  private final int most;
  private final GroupMembers members;
  private final Map<String, List<String>> tags = new LinkedHashMap<>();
  private final Map<String, String> filters = new HashMap<>();
  private final Map<String, String> networkTags = new HashMap<>();

  /**
   * @param prefix begins every tag
   * @param most most tags that an address may carry
   * @param sets the host rule sets of the domain
   */
  DynamicGroups(String prefix, int most, GroupMembers members, List<RuleSet> sets) {
    this.prefix = prefix;
    this.most = most;
    this.members = members;
    Map<String, AddressGroup> peers = new LinkedHashMap<>();
    Map<String, AddressGroup> networks = new LinkedHashMap<>();
    for (RuleSet set : sets) {
      for (PolicyServer server : set.servers()) {
        server.addresses().forEach(address -> tag(address, setTag(prefix, set)));
      }
      for (Rule rule : set.rules()) {
        AddressGroup own = own(rule);
        AddressGroup peer = own == rule.source() ? rule.destination() : rule.source();
        if (!own.isAny()) {
          networks.putIfAbsent(own.element().id(), own);
        }
        if (peer.element() != null && !peer.isAny() && !members.isNetwork(peer)) {
          peers.putIfAbsent(peer.element().id(), peer);
        }
      }
    }
    tagNetworks(networks, sets);
    tagPeers(peers);
  }

  private static Map<String, String> names(Map<String, AddressGroup> groups) {
    return new Slugs('-', NAME)
        .distinct(
            groups.values().stream().map(AddressGroup::element).toList(),
            ElementRef::id,
            ElementRef::name);
  }

  /** Parts of the own addresses of hosts that lie in a network which flows name. */
  private void tagNetworks(Map<String, AddressGroup> networks, List<RuleSet> sets) {
    Map<String, String> names = names(networks);
    networks.forEach(
        (id, network) -> {
          String tag = prefix + ".net." + names.get(id);
          networkTags.put(id, tag);
          for (RuleSet set : sets) {
            for (PolicyServer server : set.servers()) {
              for (Address address : server.addresses()) {
                if (network.addresses().contains(address)) {
                  tag(address, tag);
                }
              }
            }
          }
        });
  }

  private void tagPeers(Map<String, AddressGroup> peers) {
    Map<String, String> names = names(peers);
    peers.forEach(
        (id, peer) -> {
          List<GroupMembers.Member> all = members.of(peer);
          boolean full =
              all.stream()
                  .anyMatch(
                      member ->
                          tags.getOrDefault(member.address().toString(), List.of()).size() >= most);
          if (!full) {
            String tag = prefix + ".group." + names.get(id);
            filters.put(id, "'" + tag + "'");
            all.forEach(member -> tag(member.address(), tag));
          }
        });
  }

  /** Servers may share an address, which then has each tag once. */
  private void tag(Address address, String tag) {
    List<String> own = tags.computeIfAbsent(address.toString(), key -> new ArrayList<>(4));
    if (!own.contains(tag)) {
      own.add(tag);
    }
  }

  /** The side of a rule that is the host itself. */
  static AddressGroup own(Rule rule) {
    return rule.direction() == Rule.Direction.INBOUND ? rule.destination() : rule.source();
  }

  /** The tag of the hosts of a class, which their rules carry too. */
  static String setTag(String prefix, RuleSet set) {
    return prefix + "." + set.id();
  }

  static Node node(String filter) {
    return Node.branch("dynamic", Node.value("filter", filter));
  }

  /** Filters by id of the model element; what has none has too many tags already. */
  Map<String, String> filters() {
    return filters;
  }

  /**
   * Reports how many tags addresses carry.
   *
   * @param exporter id of the exporter, which begins the names of its options
   * @throws ExportException if one has to carry more than it may
   */
  void report(String exporter, ExportSink sink) throws ExportException {
    Limit limit = Limit.hard("tags of an address", most);
    for (Map.Entry<String, List<String>> address : tags.entrySet()) {
      sink.held(limit, address.getValue().size());
      limit.require(
          "PAN-OS",
          address.getKey(),
          address.getValue().size(),
          "Let fewer flows name networks outside that hold this server, or, if your firewalls take"
              + " more, set the option "
              + exporter
              + "."
              + PanOsOptions.TAGS_PER_ADDRESS
              + ".");
    }
  }

  /** Tags of each address. */
  Map<String, List<String>> tags() {
    return tags;
  }

  /** Name of the group of the own side of a rule. */
  static String ownName(RuleSet set, AddressGroup own) {
    String name = "own-" + set.id();
    return own.isAny() ? name : name + "-" + Slugs.shortHash(own.element().id());
  }

  /** Defines the groups of the hosts of a class: all, and those parts that rules speak of. */
  void writeOwn(Entries entries, RuleSet set, String tag) throws IOException {
    Map<String, AddressGroup> all = new LinkedHashMap<>();
    for (Rule rule : set.rules()) {
      all.putIfAbsent(ownName(set, own(rule)), own(rule));
    }
    for (Map.Entry<String, AddressGroup> each : all.entrySet()) {
      AddressGroup own = each.getValue();
      String filter = "'" + setTag(prefix, set) + "'";
      if (!own.isAny()) {
        filter += " and '" + networkTags.get(own.element().id()) + "'";
      }
      entries.entry(
          Section.ADDRESS_GROUP,
          each.getKey(),
          List.of(
              node(filter),
              Node.value(
                  "description",
                  PanOsNames.description(
                      "Hosts of " + set.name() + (own.isAny() ? "" : " in " + own.name()))),
              Node.members("tag", tag)));
    }
  }
}
