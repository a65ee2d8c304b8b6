package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.service.PortSet;

/**
 * Checks {@code set} commands as PAN-OS would: names and their lengths, quoting, limits of members
 * and texts, values, mandatory parts of rules, and that what is referred to was defined before.
 */
public final class PanOsChecker {
  private static final Set<String> MANDATORY =
      Set.of("from", "to", "source", "destination", "application", "service", "action");

  /** Further commands add members to these. */
  private static final Set<String> LISTS =
      Set.of("from", "to", "source", "destination", "application", "service", "tag");

  private final List<String> violations = new ArrayList<>();
  private final Set<String> zones = new HashSet<>();
  private final Set<String> tags = new HashSet<>();
  private final Set<String> addresses = new HashSet<>();
  private final Map<String, Integer> addressGroups = new HashMap<>();
  private final Set<String> services = new HashSet<>();
  private final Map<String, Integer> serviceGroups = new HashMap<>();
  private final Set<String> applications = new HashSet<>();
  private final Set<String> profileGroups = new HashSet<>();
  private final Set<String> mailProfiles = new HashSet<>();
  private final Set<String> logProfiles = new HashSet<>();
  private final Map<String, Set<String>> rules = new LinkedHashMap<>();
  private String line;

  /** Checks the next command. */
  public void check(String command) {
    line = command;
    try {
      CommandWords words = new CommandWords(command).expect("set");
      dispatch(words);
      require(words.isAtEnd(), "more than the command takes");
    } catch (IllegalArgumentException e) {
      violate(e.getMessage());
    }
  }

  /** What is wrong, with the command concerned; empty if nothing. */
  public List<String> violations() {
    List<String> all = new ArrayList<>(violations);
    rules.forEach(
        (name, parts) -> {
          if (!parts.containsAll(MANDATORY)) {
            all.add("rule " + name + " lacks one of " + MANDATORY.stream().sorted().toList());
          }
        });
    return all;
  }

  private void violate(String what) {
    String shown = line.length() > 160 ? line.substring(0, 160) + "…" : line;
    violations.add(what + ": " + shown);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private void dispatch(CommandWords words) {
    String kind = words.word();
    switch (kind) {
      case "vsys" -> {
        require(words.word().matches("vsys[0-9]{1,3}"), "not a virtual system");
        kind = words.word();
      }
      case "device-group" -> {
        name(words.word(), PanOsNames.DEVICE_GROUP);
        kind = words.word();
      }
      case "template" -> {
        name(words.word(), PanOsNames.DEVICE_GROUP);
        words.expect("config").expect("vsys").word();
        kind = words.word();
      }
      default -> {}
    }
    switch (kind) {
      case "tag" -> tag(words);
      case "zone" -> {
        zones.add(name(words.word(), PanOsNames.ZONE));
        require(words.expect("network").word().matches("layer3|virtual-wire"), "unknown network");
      }
      case "address" -> address(words);
      case "address-group" -> addressGroup(words);
      case "service" -> service(words);
      case "service-group" -> serviceGroup(words);
      case "application" -> application(words);
      case "profile-group" -> {
        profileGroups.add(name(words.word(), PanOsNames.PROFILE_GROUP));
        words.expect("virus").word();
        words.expect("spyware").word();
        words.expect("vulnerability").word();
      }
      case "log-settings" -> logSettings(words);
      case "rulebase", "pre-rulebase", "post-rulebase" -> rulebase(words);
      default -> throw new IllegalArgumentException("unknown object " + kind);
    }
  }

  private static String name(String name, int length) {
    require(PanOsNames.isName(name, length), "name '" + name + "' is not valid or too long");
    return name;
  }

  private void tag(CommandWords words) {
    String tag = words.word();
    require(PanOsNames.isTag(tag), "tag is not valid");
    tags.add(tag);
    words.expect("comments").word();
  }

  private void address(CommandWords words) {
    String name = name(words.word(), PanOsNames.OBJECT);
    require(!addressGroups.containsKey(name) && addresses.add(name), "defined twice");
    while (!words.isAtEnd()) {
      String part = words.word();
      switch (part) {
        case "ip-netmask" -> AddressRange.parse(words.word());
        case "ip-range" -> {
          String[] ends = words.word().split("-");
          require(ends.length == 2, "not a range");
          AddressRange range = new AddressRange(Address.parse(ends[0]), Address.parse(ends[1]));
          require(!range.isSingle(), "range of one address");
        }
        default -> common(part, words);
      }
    }
  }

  /** Parts that objects of every kind have. */
  private void common(String part, CommandWords words) {
    switch (part) {
      case "tag" -> references(words.members(), tags);
      case "description" -> description(words);
      default -> throw new IllegalArgumentException("unknown part " + part);
    }
  }

  private void addressGroup(CommandWords words) {
    String name = name(words.word(), PanOsNames.OBJECT);
    require(!addresses.contains(name), "an address has this name");
    while (!words.isAtEnd()) {
      String part = words.word();
      switch (part) {
        case "static" -> {
          List<String> members = words.members();
          references(members, addresses, addressGroups.keySet());
          int size = addressGroups.merge(name, members.size(), Integer::sum);
          require(size <= AddressObjects.GROUP_MEMBERS, "too many members");
        }
        case "dynamic" -> {
          String filter = words.expect("filter").word();
          require(
              filter.length() <= PanOsNames.DYNAMIC_FILTER
                  && filter.matches("'[^']+'( and '[^']+')*"),
              "filter is not valid");
          addressGroups.merge(name, 0, Integer::sum);
        }
        default -> common(part, words);
      }
    }
  }

  private static void description(CommandWords words) {
    require(words.word().length() <= PanOsNames.DESCRIPTION, "description is too long");
  }

  private void service(CommandWords words) {
    String name = name(words.word(), PanOsNames.OBJECT);
    require(!serviceGroups.containsKey(name), "a service group has this name");
    services.add(name);
    while (!words.isAtEnd()) {
      String part = words.word();
      if (!part.equals("protocol")) {
        common(part, words);
        continue;
      }
      require(Set.of("tcp", "udp", "sctp").contains(words.word()), "unknown protocol");
      String ports = words.expect("port").word();
      require(ports.length() <= PanOsNames.PORT_LIST, "port list is too long");
      PortSet.parse(ports);
    }
  }

  private void serviceGroup(CommandWords words) {
    String name = name(words.word(), PanOsNames.OBJECT);
    require(!services.contains(name), "a service has this name");
    while (!words.isAtEnd()) {
      String part = words.word();
      if (!part.equals("members")) {
        common(part, words);
        continue;
      }
      List<String> members = words.members();
      references(members, services);
      int size = serviceGroups.merge(name, members.size(), Integer::sum);
      require(size <= ServiceObjects.GROUP_MEMBERS, "too many members");
    }
  }

  private void application(CommandWords words) {
    applications.add(name(words.word(), PanOsNames.APPLICATION));
    while (!words.isAtEnd()) {
      String part = words.word();
      switch (part) {
        case "category", "subcategory", "technology", "description" -> words.word();
        case "risk" -> require(words.word().matches("[1-5]"), "not a risk");
        case "default" -> {
          require(words.word().matches("ident-by-icmp6?-type"), "unknown identification");
          require(words.word().matches("type|code"), "neither type nor code");
          require(words.word().matches("[0-9]{1,3}"), "not a number");
        }
        default -> throw new IllegalArgumentException("unknown part " + part);
      }
    }
  }

  private void logSettings(CommandWords words) {
    String kind = words.word();
    String profile = name(words.word(), PanOsNames.OBJECT);
    require(kind.matches("email|profiles"), "unknown log setting");
    boolean mail = kind.equals("email");
    while (!words.isAtEnd()) {
      name(
          words.expect(mail ? "server" : "match-list").word(),
          mail ? PanOsNames.MAIL_SERVER : PanOsNames.OBJECT);
      if (mail) {
        int length = words.word().equals("gateway") ? PanOsNames.GATEWAY : PanOsNames.MAIL_ADDRESS;
        require(words.word().length() <= length, "value is too long");
        mailProfiles.add(profile);
      } else {
        logProfiles.add(profile);
        match(words.word(), words.members());
      }
    }
  }

  private void match(String part, List<String> values) {
    switch (part) {
      case "log-type" -> require(values.get(0).equals("traffic"), "unknown log type");
      case "filter" -> require(values.get(0).length() <= PanOsNames.FILTER, "filter is too long");
      case "send-email" ->
          require(
              values.size() <= 16 && mailProfiles.containsAll(values), "mail profile not defined");
      case "send-syslog" -> name(values.get(0), PanOsNames.OBJECT);
      case "send-to-panorama" -> require(values.get(0).equals("yes"), "not yes");
      default -> throw new IllegalArgumentException("unknown part of a match list");
    }
  }

  private void rulebase(CommandWords words) {
    String base = words.word();
    String name = words.expect("rules").word();
    if (base.equals("default-security-rules")) {
      require(name.matches("(intra|inter)zone-default"), "unknown default rule");
      attributes(words, new HashSet<>());
      return;
    }
    require(base.equals("security"), "unknown rule base");
    name(name, PanOsNames.RULE);
    Set<String> parts = rules.computeIfAbsent(name, key -> new HashSet<>());
    attributes(words, parts);
  }

  private void attributes(CommandWords words, Set<String> parts) {
    while (!words.isAtEnd()) {
      String part = words.word();
      require(parts.add(part) || LISTS.contains(part), "rule has two of " + part);
      switch (part) {
        case "from", "to" -> references(words.members(), zones, Set.of("any"));
        case "source", "destination" ->
            references(words.members(), addresses, addressGroups.keySet(), Set.of("any"));
        case "application" ->
            words
                .members()
                .forEach(
                    app ->
                        require(
                            app.equals("any")
                                || applications.contains(app)
                                || AppIds.isConfirmed(app),
                            "unconfirmed application " + app));
        case "service" ->
            references(
                words.members(),
                services,
                serviceGroups.keySet(),
                Set.of("any", "application-default"));
        case "action" ->
            require(
                Set.of("allow", "deny", "drop", "reset-both").contains(words.word()),
                "unknown action");
        case "log-end" -> require(words.word().matches("yes|no"), "neither yes nor no");
        case "log-setting" -> references(words.members(), logProfiles);
        case "profile-setting" -> name(words.expect("group").word(), PanOsNames.PROFILE_GROUP);
        case "tag" -> references(words.members(), tags);
        case "description" -> description(words);
        default -> throw new IllegalArgumentException("unknown part of a rule: " + part);
      }
    }
  }

  @SafeVarargs
  private static void references(List<String> members, Set<String>... defined) {
    for (String member : members) {
      boolean known = false;
      for (Set<String> names : defined) {
        known |= names.contains(member);
      }
      require(known, member + " is not defined");
    }
  }
}
