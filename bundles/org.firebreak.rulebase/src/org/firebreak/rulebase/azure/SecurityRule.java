package org.firebreak.rulebase.azure;

import static org.firebreak.rulebase.json.JsonValues.elements;
import static org.firebreak.rulebase.json.JsonValues.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.json.JsonValues;
import org.firebreak.rulebase.json.Unreadable;

/** A rule of a network security group as it was read. */
record SecurityRule(int priority, boolean inbound, FilterRule rule) {
  /** What a reference within the same resource group begins with. */
  private static final String GROUP =
      "[resourceId('Microsoft.Network/applicationSecurityGroups', '";

  /**
   * Reads a rule.
   *
   * @param rule the rule, its properties inside or beside its name
   * @param members addresses of application security groups by name
   */
  static SecurityRule read(JsonNode rule, String place, Map<String, AddressSet> members)
      throws Unreadable {
    JsonNode values = rule.path("properties").isObject() ? rule.get("properties") : rule;
    int priority = JsonValues.number(values, "priority", -1);
    if (priority < 0) {
      throw new Unreadable("has no priority");
    }
    if (!all(values, "sourcePortRange", "sourcePortRanges")) {
      throw new Unreadable("matches source ports");
    }
    FilterRule read =
        new FilterRule(
            String.valueOf(text(rule, "name")),
            place,
            side(values, "source", members),
            side(values, "destination", members),
            services(values),
            "allow".equals(lower(values, "access")) ? Outcome.PERMIT : Outcome.DENY);
    if (read.outcome() == Outcome.DENY && !"deny".equals(lower(values, "access"))) {
      throw new Unreadable("neither allows nor denies");
    }
    return new SecurityRule(priority, inbound(values), read);
  }

  private static String lower(JsonNode values, String field) throws Unreadable {
    String text = text(values, field);
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static boolean inbound(JsonNode values) throws Unreadable {
    return switch (lower(values, "direction")) {
      case "inbound" -> true;
      case "outbound" -> false;
      default -> throw new Unreadable("has no direction");
    };
  }

  private static List<String> texts(JsonNode values, String one, String more) throws Unreadable {
    List<String> all = new ArrayList<>(JsonValues.texts(values, more));
    if (all.contains("*")) {
      throw new Unreadable("has * in " + more + ", which takes it in " + one + " alone");
    }
    if (text(values, one) != null && !text(values, one).isEmpty()) {
      all.add(text(values, one));
    }
    return all;
  }

  private static boolean all(JsonNode values, String one, String more) throws Unreadable {
    List<String> ranges = texts(values, one, more);
    return ranges.isEmpty() || ranges.contains("*") || ranges.contains("0-65535");
  }

  private static AddressSet side(JsonNode values, String side, Map<String, AddressSet> members)
      throws Unreadable {
    List<String> prefixes = texts(values, side + "AddressPrefix", side + "AddressPrefixes");
    List<JsonNode> groups = elements(values, side + "ApplicationSecurityGroups");
    if (groups.isEmpty()) {
      if (prefixes.isEmpty()) {
        throw new Unreadable("names no " + side);
      }
      return prefixes.contains("*") ? AddressSet.ANY : JsonValues.addresses(prefixes);
    }
    if (!prefixes.isEmpty()) {
      throw new Unreadable("names both addresses and groups as " + side);
    }
    AddressSet addresses = AddressSet.EMPTY;
    for (JsonNode group : groups) {
      String id = String.valueOf(text(group, "id"));
      if (id.startsWith("[") && !id.startsWith(GROUP)) {
        throw new Unreadable("refers to an application security group of elsewhere: " + id);
      }
      String name = id.replaceFirst("'\\)]$", "");
      name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\'')) + 1);
      if (!members.containsKey(name)) {
        throw new Unreadable("names the application security group " + name + " without members");
      }
      addresses = addresses.union(members.get(name));
    }
    return addresses;
  }

  private static Intervals services(JsonNode values) throws Unreadable {
    String protocol = lower(values, "protocol");
    int number =
        switch (protocol) {
          case "*" -> -1;
          case "tcp" -> IpProtocols.TCP;
          case "udp" -> IpProtocols.UDP;
          case "icmp" -> IpProtocols.ICMP;
          case "esp" -> IpProtocols.ESP;
          case "ah" -> 51;
          default -> throw new Unreadable("has the unknown protocol " + protocol);
        };
    if (all(values, "destinationPortRange", "destinationPortRanges")) {
      return number < 0 ? ServiceLine.ANY : ServiceLine.of(number);
    }
    if (number != IpProtocols.TCP && number != IpProtocols.UDP) {
      throw new Unreadable("has ports of a protocol without ports");
    }
    List<Intervals> parts = new ArrayList<>();
    for (String range : texts(values, "destinationPortRange", "destinationPortRanges")) {
      if (!range.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
        throw new Unreadable("has the ports " + range);
      }
      String[] ends = range.split("-");
      try {
        parts.add(
            ServiceLine.of(
                number,
                PortRange.of(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))));
      } catch (IllegalArgumentException e) {
        throw new Unreadable(e.getMessage());
      }
    }
    return Intervals.union(parts);
  }
}
