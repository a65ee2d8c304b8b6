package org.firebreak.rulebase.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortRange;
import org.firebreak.rulebase.json.JsonValues;
import org.firebreak.rulebase.json.Unreadable;

/**
 * A firewall rule as it was read.
 *
 * @param targets network tags of the instances at which it is in force; empty for all
 */
record VpcRule(int priority, boolean ingress, Set<String> targets, FilterRule rule) {
  private static final int DEFAULT_PRIORITY = 1000;
  private static final int GREATEST = 65_535;

  /** Firewall Rules Logging of Google Cloud is of TCP and UDP alone. */
  private static final Intervals LOGGED =
      Intervals.union(List.of(ServiceLine.of(IpProtocols.TCP), ServiceLine.of(IpProtocols.UDP)));

  private static final Set<String> FIELDS =
      Set.of(
          "kind",
          "id",
          "creationTimestamp",
          "name",
          "description",
          "network",
          "priority",
          "direction",
          "disabled",
          "sourceRanges",
          "destinationRanges",
          "sourceTags",
          "targetTags",
          "sourceServiceAccounts",
          "targetServiceAccounts",
          "allowed",
          "denied",
          "logConfig",
          "enableLogging",
          "params",
          "selfLink",
          "selfLinkWithId");
  private static final Map<String, Integer> PROTOCOLS =
      Map.of(
          "tcp",
          IpProtocols.TCP,
          "udp",
          IpProtocols.UDP,
          "icmp",
          IpProtocols.ICMP,
          "esp",
          IpProtocols.ESP,
          "ah",
          51,
          "ipip",
          4,
          "sctp",
          IpProtocols.SCTP);

  /**
   * Reads a rule; one that logs and is on more than TCP and UDP is two, as the rest is not logged.
   *
   * @param members addresses of the instances of each tag
   */
  static List<VpcRule> read(JsonNode json, String place, Map<String, AddressSet> members)
      throws Unreadable {
    JsonValues.onlyFields(json, FIELDS);
    if (!JsonValues.texts(json, "sourceServiceAccounts").isEmpty()
        || !JsonValues.texts(json, "targetServiceAccounts").isEmpty()) {
      throw new Unreadable("names instances by service account, which are not known");
    }
    int priority = JsonValues.number(json, "priority", DEFAULT_PRIORITY);
    if (priority < 0 || priority > GREATEST) {
      throw new Unreadable("has a priority outside 0 to 65535");
    }
    boolean ingress = ingress(json);
    boolean allow = !JsonValues.elements(json, "allowed").isEmpty();
    if (allow == !JsonValues.elements(json, "denied").isEmpty()) {
      throw new Unreadable("should either allow or deny");
    }
    AddressSet source = ingress ? sources(json, members) : own(json, "sourceRanges");
    AddressSet destination =
        ingress ? own(json, "destinationRanges") : peers(json, "destinationRanges");
    Intervals services = services(JsonValues.elements(json, allow ? "allowed" : "denied"));
    String name = String.valueOf(JsonValues.text(json, "name"));
    boolean logs = logs(json);
    Set<String> targets = Set.copyOf(JsonValues.texts(json, "targetTags"));
    Intervals silent = logs ? services.minus(LOGGED) : Intervals.EMPTY;
    List<VpcRule> rules = new ArrayList<>();
    if (silent.isEmpty() || services.intersects(LOGGED)) {
      Outcome outcome = new Outcome(allow, logs, false);
      FilterRule rule =
          new FilterRule(name, place, source, destination, services.minus(silent), outcome);
      rules.add(new VpcRule(priority, ingress, targets, rule));
    }
    if (!silent.isEmpty()) {
      Outcome outcome = new Outcome(allow, false, false);
      FilterRule rule =
          new FilterRule(
              name + " " + GcpReader.NOT_LOGGED, place, source, destination, silent, outcome);
      rules.add(new VpcRule(priority, ingress, targets, rule));
    }
    return rules;
  }

  /** Whether the rule is switched off. */
  static boolean isDisabled(JsonNode json) {
    return json.path("disabled").asBoolean(false);
  }

  private static boolean ingress(JsonNode json) throws Unreadable {
    String direction = JsonValues.text(json, "direction");
    if (direction == null || direction.equals("INGRESS")) {
      return true;
    }
    if (!direction.equals("EGRESS")) {
      throw new Unreadable("has the unknown direction " + direction);
    }
    if (!JsonValues.texts(json, "sourceTags").isEmpty()) {
      throw new Unreadable("names source tags of outbound connections");
    }
    return false;
  }

  private static boolean logs(JsonNode json) throws Unreadable {
    JsonNode config = json.path("logConfig");
    if (config.isObject()) {
      JsonValues.onlyFields(config, Set.of("enable", "metadata"));
    }
    return config.path("enable").asBoolean(false) || json.path("enableLogging").asBoolean(false);
  }

  /** Ranges and the members of tags together; all of IPv4 if there are none. */
  private static AddressSet sources(JsonNode json, Map<String, AddressSet> members)
      throws Unreadable {
    List<String> tags = JsonValues.texts(json, "sourceTags");
    if (tags.isEmpty()) {
      return peers(json, "sourceRanges");
    }
    AddressSet sources = JsonValues.addresses(JsonValues.texts(json, "sourceRanges"));
    for (String tag : tags) {
      if (!members.containsKey(tag)) {
        throw new Unreadable("names the source tag " + tag + ", whose instances are not known");
      }
      sources = sources.union(members.get(tag));
    }
    return sources;
  }

  private static AddressSet peers(JsonNode json, String field) throws Unreadable {
    List<String> ranges = JsonValues.texts(json, field);
    return ranges.isEmpty() ? AddressSet.ANY.v4() : JsonValues.addresses(ranges);
  }

  private static AddressSet own(JsonNode json, String field) throws Unreadable {
    List<String> ranges = JsonValues.texts(json, field);
    return ranges.isEmpty() ? AddressSet.ANY : JsonValues.addresses(ranges);
  }

  private static Intervals services(List<JsonNode> entries) throws Unreadable {
    List<Intervals> parts = new ArrayList<>();
    for (JsonNode entry : entries) {
      JsonValues.onlyFields(entry, Set.of("IPProtocol", "ports"));
      String protocol = String.valueOf(JsonValues.text(entry, "IPProtocol"));
      List<String> ports = JsonValues.texts(entry, "ports");
      if (protocol.equalsIgnoreCase("all")) {
        if (!ports.isEmpty()) {
          throw new Unreadable("has ports of all protocols");
        }
        return ServiceLine.ANY;
      }
      int number = number(protocol);
      if (ports.isEmpty()) {
        parts.add(ServiceLine.of(number));
      } else if (!IpProtocols.hasPorts(number)) {
        throw new Unreadable("has ports of a protocol without ports");
      }
      for (String range : ports) {
        parts.add(ServiceLine.of(number, ports(range)));
      }
    }
    return Intervals.union(parts);
  }

  private static int number(String protocol) throws Unreadable {
    Integer known = PROTOCOLS.get(protocol.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    if (!protocol.matches("[0-9]{1,3}") || Integer.parseInt(protocol) > 255) {
      throw new Unreadable("has the unknown protocol " + protocol);
    }
    return Integer.parseInt(protocol);
  }

  private static PortRange ports(String range) throws Unreadable {
    if (!range.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
      throw new Unreadable("has the ports " + range);
    }
    String[] ends = range.split("-");
    try {
      return PortRange.of(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(e.getMessage());
    }
  }
}
