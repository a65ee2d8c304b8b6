package org.firebreak.rulebase.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.json.Unreadable;

/** What the parameters of {@code New-NetFirewallRule} mean. */
final class RuleParameters {
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "displayname",
          "description",
          "group",
          "direction",
          "action",
          "protocol",
          "localport",
          "remoteport",
          "icmptype",
          "localaddress",
          "remoteaddress",
          "profile",
          "enabled",
          "policystore");

  private final Map<String, List<String>> values;

  RuleParameters(Map<String, List<String>> values) throws Unreadable {
    this.values = values;
    for (String name : values.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new Unreadable("has the parameter " + name + ", whose effect is not read");
      }
    }
    if (!one("profile", "any").equals("any")) {
      throw new Unreadable("is in force in some profiles only");
    }
  }

  private String one(String name, String otherwise) throws Unreadable {
    List<String> of = values.get(name);
    if (of == null) {
      return otherwise;
    }
    if (of.size() != 1) {
      throw new Unreadable("has not one value of " + name);
    }
    return of.get(0).toLowerCase(Locale.ROOT);
  }

  boolean isEnabled() throws Unreadable {
    return one("enabled", "true").equals("true");
  }

  boolean isInbound() throws Unreadable {
    return switch (one("direction", "inbound")) {
      case "inbound" -> true;
      case "outbound" -> false;
      default -> throw new Unreadable("has an unknown direction");
    };
  }

  boolean isBlock() throws Unreadable {
    return switch (one("action", "allow")) {
      case "allow" -> false;
      case "block" -> true;
      default -> throw new Unreadable("has an unknown action");
    };
  }

  /** The rule as a filter sees it. */
  FilterRule rule(String place, boolean logs) throws Unreadable {
    AddressSet remote = addresses("remoteaddress");
    AddressSet local = addresses("localaddress");
    String name = one("name", one("displayname", "rule"));
    return new FilterRule(
        values.containsKey("name") ? values.get("name").get(0) : name,
        place,
        isInbound() ? remote : local,
        isInbound() ? local : remote,
        services(),
        isBlock() ? new Outcome(false, logs, false) : Outcome.PERMIT);
  }

  private AddressSet addresses(String parameter) throws Unreadable {
    List<String> of = values.getOrDefault(parameter, List.of("Any"));
    if (of.size() == 1 && of.get(0).equalsIgnoreCase("any")) {
      return AddressSet.ANY;
    }
    List<AddressRange> ranges = new ArrayList<>();
    for (String address : of) {
      try {
        int dash = address.indexOf('-');
        ranges.add(
            dash < 0
                ? AddressRange.parse(address)
                : new AddressRange(
                    Address.parse(address.substring(0, dash)),
                    Address.parse(address.substring(dash + 1))));
      } catch (IllegalArgumentException e) {
        throw new Unreadable("names the addresses " + address + ", which are not known");
      }
    }
    return AddressSet.of(ranges);
  }

  private Intervals services() throws Unreadable {
    int protocol = protocol();
    String own = isInbound() ? "localport" : "remoteport";
    String other = isInbound() ? "remoteport" : "localport";
    if (!one(other, "any").equals("any")) {
      throw new Unreadable("matches source ports");
    }
    if (protocol < 0) {
      if (!one(own, "any").equals("any")) {
        throw new Unreadable("has ports without a protocol");
      }
      return ServiceLine.ANY;
    }
    List<String> parts =
        values.getOrDefault(IpProtocols.isIcmp(protocol) ? "icmptype" : own, List.of("Any"));
    if (parts.size() == 1 && parts.get(0).equalsIgnoreCase("any")) {
      return ServiceLine.of(protocol);
    }
    List<Intervals> services = new ArrayList<>();
    for (String part : parts) {
      services.add(IpProtocols.isIcmp(protocol) ? icmp(protocol, part) : ports(protocol, part));
    }
    return Intervals.union(services);
  }

  private int protocol() throws Unreadable {
    String protocol = one("protocol", "any");
    return switch (protocol) {
      case "any" -> -1;
      case "tcp" -> IpProtocols.TCP;
      case "udp" -> IpProtocols.UDP;
      case "icmpv4" -> IpProtocols.ICMP;
      case "icmpv6" -> IpProtocols.ICMPV6;
      default -> {
        if (!protocol.matches("[0-9]{1,3}") || Integer.parseInt(protocol) > 255) {
          throw new Unreadable("has the unknown protocol " + protocol);
        }
        yield Integer.parseInt(protocol);
      }
    };
  }

  private static Intervals ports(int protocol, String part) throws Unreadable {
    if (protocol != IpProtocols.TCP && protocol != IpProtocols.UDP
        || !part.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
      throw new Unreadable("names the ports " + part);
    }
    String[] ends = part.split("-");
    try {
      return ServiceLine.of(
          protocol,
          PortRange.of(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(e.getMessage());
    }
  }

  private static Intervals icmp(int protocol, String part) throws Unreadable {
    if (!part.matches("[0-9]{1,3}(:[0-9]{1,3})?")) {
      throw new Unreadable("names the ICMP type " + part);
    }
    String[] numbers = part.split(":");
    int type = Integer.parseInt(numbers[0]);
    int code = numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0;
    if (type > 255 || code > 255) {
      throw new Unreadable("names the ICMP type " + part);
    }
    int first = protocol * 65_536 + type * 256 + code;
    return Intervals.of(first, numbers.length > 1 ? first + 1 : first + 256);
  }
}
