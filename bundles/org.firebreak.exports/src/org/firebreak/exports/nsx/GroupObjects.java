package org.firebreak.exports.nsx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Slugs;

/**
 * The groups of a partition: one for each class of VMs, whose members have its tag, and one for
 * each end of a rule. An end whose servers are VMs of the partition is made of the groups of their
 * classes; what else it covers is told by address, IPv4 and IPv6 in groups of their own.
 */
final class GroupObjects {
  /** Most addresses of a group. */
  static final int ADDRESSES = 4000;

  /** Most groups that a group is made of. */
  static final int MEMBERS = 500;

  private static final int NAME = 100;
  private static final String IP = "IPAddressExpression";
  private static final AddressSet ALL_V4 = AddressSet.of(AddressRange.ALL_V4);
  private static final AddressSet ALL_V6 = AddressSet.of(AddressRange.ALL_V6);

  /**
   * An end of rules.
   *
   * @param classes the classes whose VMs it covers
   * @param addresses what else it covers
   */
  private record End(String id, AddressGroup group, List<VmClass> classes, AddressSet addresses) {}

  private final CompiledPolicy policy;
  private final Partition partition;
  private final VmClasses classes;
  private final boolean byTag;
  private final Map<String, PolicyEndpoint> endpoints = new HashMap<>();
  private final Map<String, End> ends = new LinkedHashMap<>();
  private final Map<AddressGroup, String> references = new IdentityHashMap<>();
  private final Map<String, List<RuleSide>> sides = new HashMap<>();
  private final List<ObjectNode> objects = new ArrayList<>();

  GroupObjects(CompiledPolicy policy, Partition partition, VmClasses classes, boolean byTag) {
    this.policy = policy;
    this.partition = partition;
    this.classes = classes;
    this.byTag = byTag;
    policy.endpoints().forEach(each -> endpoints.put(each.ref().id(), each));
    for (RuleSet set : partition.sets()) {
      for (Rule rule : set.rules()) {
        add(rule.source());
        add(rule.destination());
      }
    }
    define();
  }

  private void add(AddressGroup group) {
    if (group.isAny() || references.containsKey(group)) {
      return;
    }
    String id = group.element() == null ? "computed " + group.name() : group.element().id();
    while (ends.containsKey(id) && !ends.get(id).group().addresses().equals(group.addresses())) {
      id += "'";
    }
    if (!ends.containsKey(id)) {
      ends.put(id, end(id, group));
    }
    references.put(group, id);
  }

  private End end(String id, AddressGroup group) {
    PolicyEndpoint endpoint = group.element() == null ? null : endpoints.get(group.element().id());
    if (!byTag || endpoint == null || endpoint.isExternal()) {
      return new End(id, group, List.of(), group.addresses());
    }
    List<VmClass> members = new ArrayList<>();
    List<AddressRange> tagged = new ArrayList<>();
    for (VmClass vmClass : classes.all()) {
      if (vmClass.servers().stream().allMatch(server -> endpoint.holds(server.index()))
          && group.addresses().containsAll(vmClass.addresses())) {
        members.add(vmClass);
        tagged.addAll(vmClass.addresses().ranges());
      }
    }
    return new End(id, group, members, group.addresses().minus(AddressSet.of(tagged)));
  }

  private void define() {
    Map<String, String> names = new LinkedHashMap<>();
    for (End end : ends.values()) {
      if (!isClass(end)) {
        names.put(end.id(), end.group().name());
      }
    }
    Map<String, String> slugs = new Slugs('-', NAME).distinct(names.keySet(), id -> id, names::get);
    classes.all().forEach(vmClass -> objects.add(group(vmClass)));
    for (End end : ends.values()) {
      sides.put(
          end.id(),
          isClass(end)
              ? List.of(RuleSide.of(List.of(partition.groupPath(id(end.classes().get(0))))))
              : define(end, "firebreak-g-" + slugs.get(end.id())));
    }
  }

  private static boolean isClass(End end) {
    return end.classes().size() == 1 && end.addresses().isEmpty();
  }

  /** The group of a class, to which its policy applies. */
  static String id(VmClass vmClass) {
    return "firebreak-" + vmClass.tag();
  }

  private ObjectNode group(VmClass vmClass) {
    ObjectNode node =
        Nodes.object(
            "Group",
            id(vmClass),
            vmClass.element().name(),
            policy.design().id(),
            List.of(vmClass.element().id()));
    node.put(
        "description",
        Nodes.description(
            vmClass.element().type() + " " + vmClass.element().name() + ", VMs by tag"));
    node.putArray("expression")
        .addObject()
        .put("resource_type", "Condition")
        .put("key", "Tag")
        .put("member_type", "VirtualMachine")
        .put("operator", "EQUALS")
        .put("value", partition.tagScope() + "|" + vmClass.tag());
    return node;
  }

  private List<RuleSide> define(End end, String id) {
    List<String> members =
        end.classes().stream().map(member -> partition.groupPath(id(member))).toList();
    AddressSet v4 = end.addresses().v4();
    AddressSet v6 = end.addresses().v6();
    List<RuleSide> single = new ArrayList<>();
    List<String> paths = parts(end, id, members, MEMBERS, "PathExpression", "paths");
    // a group cannot hold 0.0.0.0/0; a rule of one family can say it
    if (v4.equals(ALL_V4)) {
      single.add(RuleSide.any(RuleSide.Family.IPV4));
    } else {
      paths.addAll(parts(end, id + "-v4", texts(v4), ADDRESSES, IP, "ip_addresses"));
    }
    if (v6.equals(ALL_V6)) {
      single.add(RuleSide.any(RuleSide.Family.IPV6));
    } else {
      paths.addAll(parts(end, id + "-v6", texts(v6), ADDRESSES, IP, "ip_addresses"));
    }
    if (!paths.isEmpty()) {
      single.add(RuleSide.of(paths));
    }
    return single;
  }

  private static List<String> texts(AddressSet addresses) {
    List<String> texts = new ArrayList<>();
    for (AddressRange range : addresses.ranges()) {
      List<String> prefixes = range.isSingle() ? List.of() : range.toPrefixes();
      texts.add(prefixes.size() == 1 ? prefixes.get(0) : range.toString());
    }
    return texts;
  }

  private List<String> parts(
      End end, String id, List<String> values, int most, String type, String field) {
    List<String> paths = new ArrayList<>();
    for (int from = 0; from < values.size(); from += most) {
      String part = from == 0 ? id : id + "-" + (from / most + 1);
      AddressGroup group = end.group();
      ObjectNode node =
          Nodes.object(
              "Group",
              part,
              group.name(),
              policy.design().id(),
              group.element() == null ? List.of() : List.of(group.element().id()));
      node.putArray("expression")
          .addObject()
          .put("resource_type", type)
          .set(field, Nodes.texts(values.subList(from, Math.min(from + most, values.size()))));
      objects.add(node);
      paths.add(partition.groupPath(part));
    }
    return paths;
  }

  /** What together is one end of a rule. */
  List<RuleSide> sides(AddressGroup group) {
    return group.isAny() ? List.of(RuleSide.ANY) : sides.get(references.get(group));
  }

  /** All groups, those that others are made of first. */
  List<ObjectNode> objects() {
    return objects;
  }
}
