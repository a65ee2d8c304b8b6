package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.Rule;
import org.firebreak.exports.Slugs;

/**
 * Address objects and groups of rules that share a name space: an object for each address of a
 * server, under the server's name, and for each block of an external network; a group for what has
 * several; a dynamic group for what is known by a tag.
 */
final class AddressObjects {
  /** Most static members of a group, on every platform. */
  static final int GROUP_MEMBERS = 2500;

  private static final int NAME = 48;

  /** An object: what it is called after, where it comes from, and its value. */
  private record Item(String id, String name, ElementRef origin, Node value) {}

  /** A group; {@code filter} is {@code null} for a static one, whose items are then its members. */
  private record Group(String id, AddressGroup group, String filter, List<Item> items) {}

  private final GroupMembers members;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<AddressSet, Group> groups = new IdentityHashMap<>();
  private final Map<String, List<Group>> byId = new LinkedHashMap<>();
  private final Map<String, String> objectNames;
  private final Map<String, String> groupNames;

  /**
   * @param rules all rules that share the name space
   * @param filters filter of the dynamic group of each model element that has one
   */
  AddressObjects(GroupMembers members, List<Rule> rules, Map<String, String> filters) {
    this.members = members;
    for (Rule rule : rules) {
      add(rule.source(), filters);
      add(rule.destination(), filters);
    }
    objectNames = new Slugs('-', NAME).distinct(items.values(), Item::id, Item::name);
    List<Group> all = byId.values().stream().flatMap(List::stream).toList();
    groupNames = new Slugs('-', NAME).distinct(all, Group::id, group -> group.group().name());
  }

  private void add(AddressGroup group, Map<String, String> filters) {
    if (group.isAny() || groups.containsKey(group.addresses())) {
      return;
    }
    String id = group.element() == null ? group.name() : group.element().id();
    List<Group> same = byId.computeIfAbsent(id, key -> new ArrayList<>(1));
    for (Group each : same) {
      if (each.group().addresses().equals(group.addresses())) {
        groups.put(group.addresses(), each);
        return;
      }
    }
    String filter = group.element() == null ? null : filters.get(id);
    List<Item> own = new ArrayList<>();
    if (filter == null) {
      for (Item item : members.isNetwork(group) ? blocks(group) : objects(group)) {
        own.add(items.computeIfAbsent(item.id(), key -> item));
      }
    }
    Group entry = new Group(id + "'".repeat(same.size()), group, filter, own);
    same.add(entry);
    groups.put(group.addresses(), entry);
  }

  private List<Item> objects(AddressGroup group) {
    List<Item> objects = new ArrayList<>();
    for (GroupMembers.Member member : members.of(group)) {
      ElementRef server = member.server().ref();
      int number = member.number();
      objects.add(
          new Item(
              server.id() + "#" + number,
              "h-" + server.name() + (number == 0 ? "" : "-" + (number + 1)),
              server,
              Node.value(
                  "ip-netmask", member.address() + (member.address().v6() ? "/128" : "/32"))));
    }
    return objects;
  }

  private static List<Item> blocks(AddressGroup group) {
    List<Item> blocks = new ArrayList<>();
    for (AddressRange range : group.addresses().ranges()) {
      List<String> prefixes = range.toPrefixes();
      String number = blocks.isEmpty() ? "" : "-" + (blocks.size() + 1);
      blocks.add(
          new Item(
              group.element().id() + "#" + blocks.size(),
              "n-" + group.name() + number,
              group.element(),
              prefixes.size() == 1
                  ? Node.value("ip-netmask", prefixes.get(0))
                  : Node.value("ip-range", range.toString())));
    }
    return blocks;
  }

  /** The object or group that stands for one side of a rule. */
  String reference(AddressGroup group) {
    if (group.isAny()) {
      return "any";
    }
    Group entry = groups.get(group.addresses());
    return entry.filter() == null && entry.items().size() == 1
        ? objectNames.get(entry.items().get(0).id())
        : groupName(entry);
  }

  private String groupName(Group group) {
    return "g-" + groupNames.get(group.id());
  }

  /** Defines the objects that some rules use, then the groups. */
  void write(Entries entries, List<AddressGroup> used, String tag) throws IOException {
    Set<Group> groupsUsed = java.util.Collections.newSetFromMap(new LinkedHashMap<>());
    Set<String> written = new HashSet<>();
    for (AddressGroup group : used) {
      if (!group.isAny()) {
        groupsUsed.add(groups.get(group.addresses()));
      }
    }
    for (Group group : groupsUsed) {
      for (Item item : group.items()) {
        if (written.add(item.id())) {
          entries.entry(
              Section.ADDRESS,
              objectNames.get(item.id()),
              List.of(
                  item.value(),
                  Node.value("description", PanOsNames.origin(item.origin())),
                  Node.members("tag", tag)));
        }
      }
    }
    for (Group group : groupsUsed) {
      if (group.filter() != null) {
        define(entries, group, groupName(group), DynamicGroups.node(group.filter()), tag);
      } else if (group.items().size() > 1) {
        write(entries, group, tag);
      }
    }
  }

  private void write(Entries entries, Group group, String tag) throws IOException {
    List<String> names = group.items().stream().map(item -> objectNames.get(item.id())).toList();
    String name = groupName(group);
    List<String> parts = new ArrayList<>();
    for (int from = 0; names.size() > GROUP_MEMBERS && from < names.size(); from += GROUP_MEMBERS) {
      List<String> part = names.subList(from, Math.min(from + GROUP_MEMBERS, names.size()));
      String partName = name + "." + (parts.size() + 1);
      parts.add(partName);
      define(entries, group, partName, Node.members("static", part), tag);
    }
    define(entries, group, name, Node.members("static", parts.isEmpty() ? names : parts), tag);
  }

  private static void define(Entries entries, Group group, String name, Node value, String tag)
      throws IOException {
    ElementRef origin = group.group().element();
    entries.entry(
        Section.ADDRESS_GROUP,
        name,
        List.of(
            value,
            Node.value(
                "description",
                origin == null
                    ? PanOsNames.description(group.group().name())
                    : PanOsNames.origin(origin)),
            Node.members("tag", tag)));
  }
}
