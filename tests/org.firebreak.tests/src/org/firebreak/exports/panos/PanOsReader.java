package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.PortSet;

/**
 * Reads exported {@code set} commands back and says which rule decides a new connection. The
 * application of a connection is taken to be the one that its rule asks for, except that ICMP is
 * told from everything else. Shares no code with the writer.
 */
final class PanOsReader {
  /** Zone of addresses that belong to no zone of the design. */
  static final String ELSEWHERE = "(elsewhere)";

  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[^\\s]+");

  /** A security rule: its attributes, each with its members. */
  record SecurityRule(String name, Map<String, List<String>> attributes) {
    String one(String attribute) {
      return attributes.get(attribute).get(0);
    }
  }

  private final Map<String, AddressRange> addresses = new HashMap<>();
  private final Map<String, List<String>> groups = new HashMap<>();
  private final Map<String, String[]> services = new HashMap<>();
  private final Map<String, List<String>> serviceGroups = new HashMap<>();
  private final Map<String, SecurityRule> rules = new LinkedHashMap<>();

  static PanOsReader of(List<String> lines) {
    PanOsReader reader = new PanOsReader();
    for (String line : lines) {
      List<String> words = new ArrayList<>();
      Matcher matcher = WORD.matcher(line);
      while (matcher.find()) {
        words.add(matcher.group());
      }
      reader.read(words);
    }
    return reader;
  }

  private void read(List<String> words) {
    String name = words.get(2);
    switch (words.get(1)) {
      case "address" -> addresses.put(name, range(words.get(4)));
      case "address-group" -> {
        if (words.get(3).equals("static")) {
          groups.computeIfAbsent(name, key -> new ArrayList<>()).addAll(members(words, 4));
        }
      }
      case "service" -> {
        if (words.get(3).equals("protocol")) {
          services.put(name, new String[] {words.get(4), words.get(6)});
        }
      }
      case "service-group" -> {
        if (words.get(3).equals("members")) {
          serviceGroups.computeIfAbsent(name, key -> new ArrayList<>()).addAll(members(words, 4));
        }
      }
      case "rulebase" -> {
        if (words.get(2).equals("security")) {
          readRule(words);
        }
      }
      default -> {}
    }
  }

  private static AddressRange range(String text) {
    String[] ends = text.split("-");
    return ends.length == 1
        ? AddressRange.parse(text)
        : new AddressRange(Address.parse(ends[0]), Address.parse(ends[1]));
  }

  private static List<String> members(List<String> words, int from) {
    return words.get(from).equals("[")
        ? words.subList(from + 1, words.indexOf("]"))
        : List.of(words.get(from));
  }

  private void readRule(List<String> words) {
    SecurityRule rule =
        rules.computeIfAbsent(words.get(4), key -> new SecurityRule(key, new HashMap<>()));
    int at = 5;
    while (at < words.size()) {
      String attribute = words.get(at++);
      List<String> values = new ArrayList<>();
      if (words.get(at).equals("[")) {
        for (at++; !words.get(at).equals("]"); at++) {
          values.add(words.get(at));
        }
      } else {
        values.add(words.get(at));
      }
      at++;
      if (attribute.equals("profile-setting")) {
        at++;
      }
      rule.attributes().put(attribute, values);
    }
  }

  List<SecurityRule> rules() {
    return new ArrayList<>(rules.values());
  }

  /** The first rule that matches. */
  SecurityRule deciding(Connection connection, String fromZone, String toZone) {
    for (SecurityRule rule : rules.values()) {
      if (zone(rule.attributes().get("from"), fromZone)
          && zone(rule.attributes().get("to"), toZone)
          && holds(rule.attributes().get("source"), connection.source())
          && holds(rule.attributes().get("destination"), connection.destination())
          && serves(rule, connection)) {
        return rule;
      }
    }
    throw new IllegalStateException("no rule matches " + connection);
  }

  private static boolean zone(List<String> zones, String zone) {
    return zones.contains("any") || zones.contains(zone);
  }

  private boolean holds(List<String> names, Address address) {
    for (String name : names) {
      AddressRange range = addresses.get(name);
      if (name.equals("any")
          || range != null && range.v6() == address.v6() && range.contains(address)
          || groups.containsKey(name) && holds(groups.get(name), address)) {
        return true;
      }
    }
    return false;
  }

  private boolean serves(SecurityRule rule, Connection connection) {
    List<String> applications = rule.attributes().get("application");
    if (rule.one("service").equals("application-default")) {
      return connection.protocol() == IpProtocols.ICMP
          && (applications.contains("icmp") && connection.icmpType() != 8
              || applications.contains("ping") && connection.icmpType() == 8);
    }
    return serves(rule.attributes().get("service"), connection);
  }

  private boolean serves(List<String> names, Connection connection) {
    for (String name : names) {
      String[] service = services.get(name);
      if (name.equals("any")
          || service != null
              && service[0].equals(IpProtocols.name(connection.protocol()))
              && PortSet.parse(service[1]).contains(connection.port())
          || serviceGroups.containsKey(name) && serves(serviceGroups.get(name), connection)) {
        return true;
      }
    }
    return false;
  }
}
