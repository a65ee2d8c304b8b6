package org.firebreak.rulebase.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.rulebase.HostAddresses;

/** Who is in a group: VMs by their tags and names, and addresses. */
final class GroupMembers {
  /**
   * Members.
   *
   * @param machines positions of the VMs in {@link NsxSpace#machines()}
   * @param addresses addresses that the group names itself
   */
  record Members(BitSet machines, AddressSet addresses) {}

  private final NsxSpace space;
  private final HostAddresses hosts;
  private final Map<String, Members> known = new HashMap<>();
  private final Map<String, AddressSet> effective = new HashMap<>();
  private final Map<String, BitSet> byTag = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  GroupMembers(NsxSpace space, HostAddresses hosts) {
    this.space = space;
    this.hosts = hosts;
    for (int i = 0; i < space.machines().size(); i++) {
      for (String[] tag : space.machines().get(i).tags()) {
        byTag.computeIfAbsent(tag[0] + "|" + tag[1], key -> new BitSet()).set(i);
      }
    }
  }

  /** Every address of the group's members. */
  AddressSet addresses(String path) throws UnreadableException {
    AddressSet set = effective.get(path);
    if (set == null) {
      Members members = members(path);
      List<AddressRange> ranges = new ArrayList<>(members.addresses().ranges());
      members.machines().stream()
          .forEach(i -> ranges.addAll(hosts.of(space.machines().get(i).id()).ranges()));
      set = AddressSet.of(ranges);
      effective.put(path, set);
    }
    return set;
  }

  /** The VMs of a group. */
  BitSet machines(String path) throws UnreadableException {
    return members(path).machines();
  }

  private Members members(String path) throws UnreadableException {
    Members members = known.get(path);
    if (members != null) {
      return members;
    }
    if (!path.contains("/groups/")) {
      throw new UnreadableException(path + " is not a group");
    }
    NsxSpace.Entry group = space.group(space.id(path));
    if (group == null) {
      throw new UnreadableException("the group " + path + " is in no file");
    }
    if (!group.node().path("extended_expression").isEmpty()) {
      throw new UnreadableException("the members of " + path + " are told by who is logged in");
    }
    if (!open.add(path)) {
      throw new UnreadableException("the group " + path + " contains itself");
    }
    members = evaluate(group.node().path("expression"));
    open.remove(path);
    known.put(path, members);
    return members;
  }

  private Members evaluate(JsonNode expression) throws UnreadableException {
    BitSet machines = new BitSet();
    List<AddressRange> ranges = new ArrayList<>();
    String conjunction = null;
    for (int i = 0; i < expression.size(); i++) {
      JsonNode part = expression.get(i);
      if (i % 2 == 1) {
        String next = part.path("conjunction_operator").asText("");
        if (conjunction != null && !conjunction.equals(next)) {
          throw new UnreadableException("a group mixes AND and OR");
        }
        conjunction = next;
        continue;
      }
      Members members = part(part);
      if (i == 0 || "OR".equals(conjunction)) {
        machines.or(members.machines());
        ranges.addAll(members.addresses().ranges());
      } else if ("AND".equals(conjunction) && ranges.isEmpty() && members.addresses().isEmpty()) {
        machines.and(members.machines());
      } else {
        throw new UnreadableException("a group combines addresses by AND");
      }
    }
    return new Members(machines, AddressSet.of(ranges));
  }

  private Members part(JsonNode part) throws UnreadableException {
    switch (part.path("resource_type").asText()) {
      case "Condition":
        return new Members(condition(part), AddressSet.EMPTY);
      case "NestedExpression":
        return evaluate(part.path("expressions"));
      case "IPAddressExpression":
        List<AddressRange> ranges = new ArrayList<>();
        for (JsonNode text : part.path("ip_addresses")) {
          ranges.add(range(text.asText()));
        }
        return new Members(new BitSet(), AddressSet.of(ranges));
      case "PathExpression":
        BitSet machines = new BitSet();
        List<AddressRange> all = new ArrayList<>();
        for (JsonNode path : part.path("paths")) {
          Members members = members(path.asText());
          machines.or(members.machines());
          all.addAll(members.addresses().ranges());
        }
        return new Members(machines, AddressSet.of(all));
      default:
        throw new UnreadableException(
            "a group has members by " + part.path("resource_type").asText("(nothing)"));
    }
  }

  private BitSet condition(JsonNode part) throws UnreadableException {
    if (!part.path("member_type").asText().equals("VirtualMachine")
        || part.has("scope_operator") && !part.path("scope_operator").asText().equals("EQUALS")) {
      throw new UnreadableException("a condition is not about VMs");
    }
    String value = part.path("value").asText("").toLowerCase(Locale.ROOT);
    String operator = part.path("operator").asText();
    String key = part.path("key").asText();
    int bar = value.indexOf('|');
    boolean scoped = key.equals("Tag") && bar >= 0;
    if (scoped && operator.equals("EQUALS") && bar > 0 && bar < value.length() - 1) {
      return byTag.getOrDefault(value, new BitSet());
    }
    if (scoped && (bar == 0 || bar == value.length() - 1)) {
      throw new UnreadableException("a tag without value or scope");
    }
    if (!key.equals("Tag") && !key.equals("Name")) {
      throw new UnreadableException("a condition on " + key);
    }
    BitSet found = new BitSet();
    for (int i = 0; i < space.machines().size(); i++) {
      NsxSpace.Machine machine = space.machines().get(i);
      if (key.equals("Name")) {
        found.set(i, matches(operator, machine.name().toLowerCase(Locale.ROOT), value));
        continue;
      }
      for (String[] tag : machine.tags()) {
        if ((!scoped || tag[0].equals(value.substring(0, bar)))
            && matches(operator, tag[1], scoped ? value.substring(bar + 1) : value)) {
          found.set(i);
        }
      }
    }
    return found;
  }

  private static boolean matches(String operator, String text, String value)
      throws UnreadableException {
    return switch (operator) {
      case "EQUALS" -> text.equals(value);
      case "STARTSWITH" -> text.startsWith(value);
      case "ENDSWITH" -> text.endsWith(value);
      case "CONTAINS" -> text.contains(value);
      default -> throw new UnreadableException("a condition with the operator " + operator);
    };
  }

  /** An address, a CIDR or a range. */
  static AddressRange range(String text) throws UnreadableException {
    try {
      int dash = text.indexOf('-');
      return dash < 0
          ? AddressRange.parse(text.strip())
          : new AddressRange(
              Address.parse(text.substring(0, dash).strip()),
              Address.parse(text.substring(dash + 1).strip()));
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(e.getMessage());
    }
  }
}
