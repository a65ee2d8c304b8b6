package org.firebreak.rulebase.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.json.JsonValues;

/** Makes the filters of interfaces: an interface permits what any of its groups permits. */
final class InterfaceFilters {
  /** Packets to these addresses reach no interface. */
  private static final AddressSet LOOPBACK =
      AddressSet.of(AddressRange.parse("127.0.0.0/8"), AddressRange.parse("::1"));

  /** Interfaces with the same groups. */
  private record Interfaces(Set<String> groups, String host, AddressSet own) {}

  private final Account account;
  private final HostAddresses hosts;
  private final Map<String, AddressSet> members = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Set<GroupRule> reported = new LinkedHashSet<>();

  InterfaceFilters(Account account, HostAddresses hosts) {
    this.account = account;
    this.hosts = hosts;
  }

  List<PlacedFilter> make() {
    account.loose.forEach(
        (key, rules) ->
            account
                .groups
                .computeIfAbsent(key, unknown -> new Group(unknown, unknown, null))
                .rules()
                .addAll(rules));
    tellNamesApart();
    account.groups.values().forEach(group -> keys.put(group.name(), group.key()));
    account.groups.keySet().forEach(key -> keys.put(key, key));
    List<PlacedFilter> filters = new ArrayList<>();
    if (account.attachments.isEmpty()) {
      for (Group group : account.groups.values()) {
        add(filters, List.of(group), List.of(group.name()), AddressSet.ANY);
      }
      return filters;
    }
    readMembers();
    interfaces()
        .forEach(
            (interfaces, of) ->
                add(
                    filters,
                    interfaces.groups().stream().map(account.groups::get).toList(),
                    of,
                    interfaces.own()));
    return filters;
  }

  /** Names such as default are those of a group in every network. */
  private void tellNamesApart() {
    Map<String, Long> count =
        account.groups.values().stream()
            .collect(Collectors.groupingBy(Group::name, Collectors.counting()));
    account.groups.replaceAll(
        (key, group) ->
            count.get(group.name()) == 1
                ? group
                : new Group(key, group.name() + " (" + key + ")", group.ruleSet(), group.rules()));
  }

  private void readMembers() {
    for (Account.Attachment attachment : account.attachments) {
      AddressSet addresses =
          attachment.addresses() == null ? hosts.of(attachment.host()) : attachment.addresses();
      for (String group : attachment.groups()) {
        String key = keys.get(group);
        if (key == null) {
          account.unread.add(
              new Unread(
                  "attachment of " + attachment.host(),
                  group,
                  "The security group is in none of the files."));
        } else {
          members.merge(key, addresses, AddressSet::union);
        }
      }
    }
  }

  /** Hosts by their groups; those with several interfaces apart, each for its own addresses. */
  private Map<Interfaces, List<String>> interfaces() {
    Map<String, Long> count =
        account.attachments.stream()
            .collect(Collectors.groupingBy(Account.Attachment::host, Collectors.counting()));
    Map<Interfaces, List<String>> interfaces = new LinkedHashMap<>();
    for (Account.Attachment attachment : account.attachments) {
      Set<String> groups = new LinkedHashSet<>();
      attachment.groups().stream().map(keys::get).filter(key -> key != null).forEach(groups::add);
      boolean several = count.get(attachment.host()) > 1 && attachment.addresses() != null;
      interfaces
          .computeIfAbsent(
              new Interfaces(
                  groups,
                  several ? attachment.host() : null,
                  several ? attachment.addresses() : AddressSet.ANY),
              key -> new ArrayList<>())
          .add(attachment.host());
    }
    return interfaces;
  }

  private void add(
      List<PlacedFilter> filters, List<Group> groups, List<String> of, AddressSet own) {
    List<String> ruleSets =
        groups.stream().map(Group::ruleSet).filter(set -> set != null).distinct().toList();
    String name = groups.stream().map(Group::name).collect(Collectors.joining(" + "));
    for (boolean ingress : new boolean[] {true, false}) {
      List<FilterRule> rules = new ArrayList<>();
      for (Group group : groups) {
        for (GroupRule rule : group.rules()) {
          if (rule.ingress() == ingress) {
            add(rules, rule, own);
          }
        }
      }
      filters.add(
          new PlacedFilter(
              name,
              ruleSets.size() == 1 ? ruleSets.get(0) : null,
              of,
              ingress ? Rule.Direction.INBOUND : Rule.Direction.OUTBOUND,
              new PacketFilter(
                  rules,
                  new FilterRule(
                      "nothing else",
                      name,
                      AddressSet.ANY,
                      AddressSet.ANY,
                      ServiceLine.ANY,
                      Outcome.DENY))));
    }
  }

  private void add(List<FilterRule> rules, GroupRule rule, AddressSet own) {
    AddressSet peer = addresses(rule);
    if (peer == null) {
      return;
    }
    if (!rule.ingress()) {
      peer = LOOPBACK.containsAll(peer) ? AddressSet.EMPTY : peer;
    }
    if (!peer.isEmpty()) {
      rules.add(
          new FilterRule(
              rule.name(),
              rule.place(),
              rule.ingress() ? peer : own,
              rule.ingress() ? own : peer,
              rule.services(),
              Outcome.PERMIT));
    }
  }

  /** The addresses of the other end; {@code null} if they are not known, which is reported. */
  private AddressSet addresses(GroupRule rule) {
    return switch (rule.target()) {
      case Target.Addresses fixed -> fixed.addresses();
      case Target.Prefixes prefixes -> {
        AddressSet list = account.prefixLists.get(prefixes.list());
        if (list == null) {
          report(
              rule, "The entries of prefix list " + prefixes.list() + " are in none of the files.");
        }
        yield list;
      }
      case Target.Members of -> members(rule, of.group());
    };
  }

  private AddressSet members(GroupRule rule, String group) {
    String key = keys.get(group);
    if (key != null && !account.attachments.isEmpty()) {
      return members.getOrDefault(key, AddressSet.EMPTY);
    }
    AddressSet named = hosts.named(key == null ? group : account.groups.get(key).name());
    if (named.isEmpty()) {
      report(
          rule,
          "The members of security group "
              + group
              + " are not known; add what aws ec2 describe-network-interfaces prints.");
      return null;
    }
    return named;
  }

  private void report(GroupRule rule, String reason) {
    if (reported.add(rule)) {
      account.unread.add(JsonValues.unread(rule.place(), rule.source(), reason));
    }
  }
}
