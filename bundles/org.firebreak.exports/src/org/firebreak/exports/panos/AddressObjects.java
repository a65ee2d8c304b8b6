package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Slugs;

/**
 * Address objects and groups of one rule set: an object for each address of a server, under the
 * server's name, and for each block of an external network; a group for what has several.
 */
final class AddressObjects {
  /** Most static members of a group, on every platform. */
  static final int GROUP_MEMBERS = 2500;

  private static final int NAME = 48;

  /** An object: what it is called after, and its value. */
  private record Item(String id, String name, String value) {}

  private record Group(String id, AddressGroup group, List<Item> items) {}

  private final CompiledPolicy policy;
  private final RuleSet ruleSet;
  private final Map<String, PolicyEndpoint> endpoints = new HashMap<>();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<AddressSet, Group> groups = new IdentityHashMap<>();
  private final List<Group> ordered = new ArrayList<>();
  private final Map<String, String> objectNames;
  private final Map<String, String> groupNames;

  AddressObjects(CompiledPolicy policy, RuleSet ruleSet) {
    this.policy = policy;
    this.ruleSet = ruleSet;
    policy.endpoints().forEach(endpoint -> endpoints.put(endpoint.ref().id(), endpoint));
    Map<String, Group> taken = new HashMap<>();
    for (Rule rule : ruleSet.rules()) {
      add(rule.source(), taken);
      add(rule.destination(), taken);
    }
    objectNames = new Slugs('-', NAME).distinct(items.values(), Item::id, Item::name);
    groupNames = new Slugs('-', NAME).distinct(ordered, Group::id, group -> group.group().name());
  }

  private void add(AddressGroup group, Map<String, Group> taken) {
    if (group.isAny() || groups.containsKey(group.addresses())) {
      return;
    }
    List<Item> members = new ArrayList<>();
    for (Item item : members(group)) {
      members.add(items.computeIfAbsent(item.id(), id -> item));
    }
    String id = group.element() == null ? group.name() : group.element().id();
    Group entry = new Group(id, group, members);
    while (taken.putIfAbsent(entry.id(), entry) != null) {
      entry = new Group(entry.id() + "'", group, members);
    }
    groups.put(group.addresses(), entry);
    ordered.add(entry);
  }

  private List<Item> members(AddressGroup group) {
    PolicyEndpoint endpoint = group.element() == null ? null : endpoints.get(group.element().id());
    if (endpoint != null && endpoint.isExternal()) {
      return blocks(group);
    }
    Collection<PolicyServer> servers =
        endpoint == null
            ? policy.servers()
            : policy.servers().subList(endpoint.from(), endpoint.to());
    List<Item> members = new ArrayList<>();
    for (PolicyServer server : servers) {
      for (int i = 0; i < server.addresses().size(); i++) {
        Address address = server.addresses().get(i);
        if (group.addresses().contains(address) && isOwner(server, address)) {
          members.add(object(server, address, i));
        }
      }
    }
    return members;
  }

  private boolean isOwner(PolicyServer server, Address address) {
    return policy
        .serverAt(ruleSet.domain(), address)
        .map(owner -> owner.index() == server.index())
        .orElse(false);
  }

  private static Item object(PolicyServer server, Address address, int number) {
    String name = "h-" + server.ref().name() + (number == 0 ? "" : "-" + (number + 1));
    return new Item(
        server.ref().id() + "#" + number,
        name,
        "ip-netmask " + address + (address.v6() ? "/128" : "/32"));
  }

  private static List<Item> blocks(AddressGroup group) {
    List<Item> blocks = new ArrayList<>();
    for (AddressRange range : group.addresses().ranges()) {
      List<String> prefixes = range.toPrefixes();
      String value = prefixes.size() == 1 ? "ip-netmask " + prefixes.get(0) : "ip-range " + range;
      String number = blocks.isEmpty() ? "" : "-" + (blocks.size() + 1);
      blocks.add(
          new Item(
              group.element().id() + "#" + blocks.size(), "n-" + group.name() + number, value));
    }
    return blocks;
  }

  /** The object or group that stands for one side of a rule. */
  String reference(AddressGroup group) {
    if (group.isAny()) {
      return "any";
    }
    Group entry = groups.get(group.addresses());
    return entry.items().size() == 1
        ? objectNames.get(entry.items().get(0).id())
        : groupName(entry);
  }

  private String groupName(Group group) {
    return "g-" + groupNames.get(group.id());
  }

  int objects() {
    return items.size();
  }

  /** Defines all objects, then the groups. */
  void write(Commands commands, String tag) throws IOException {
    for (Item item : items.values()) {
      String name = objectNames.get(item.id());
      commands.set("address " + name + " " + item.value() + " tag " + tag);
      commands.undoneBy("address " + name);
    }
    for (Group group : ordered) {
      if (group.items().size() > 1) {
        write(commands, tag, group);
      }
    }
  }

  private void write(Commands commands, String tag, Group group) throws IOException {
    List<String> members = group.items().stream().map(item -> objectNames.get(item.id())).toList();
    String name = groupName(group);
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < members.size(); from += GROUP_MEMBERS) {
      List<String> part = members.subList(from, Math.min(from + GROUP_MEMBERS, members.size()));
      String partName = members.size() <= GROUP_MEMBERS ? name : name + "." + (parts.size() + 1);
      parts.add(partName);
      define(commands, tag, partName, part);
    }
    if (parts.size() > 1) {
      define(commands, tag, name, parts);
    }
    commands.set(
        "address-group "
            + name
            + " description "
            + PanOsNames.description(group.group().name() + describe(group.group())));
  }

  private static String describe(AddressGroup group) {
    return group.element() == null
        ? ""
        : " (" + group.element().type() + " " + group.element().id() + ")";
  }

  private static void define(Commands commands, String tag, String name, List<String> members)
      throws IOException {
    commands.set("address-group " + name + " static", members);
    commands.set("address-group " + name + " tag " + tag);
    commands.undoneBy("address-group " + name);
  }
}
