package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule.Direction;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;

/**
 * The packet filters of one rule base: one for a central firewall; for hosts, one for each rule set
 * and direction, in which the zones tell the direction.
 */
final class Filters {
  private final Configuration configuration;
  private final List<Scope> chain;
  private final RuleReader reader;
  private final HostTable table;
  private final HostAddresses hosts;
  private final ZoneBook zones;
  private final NamedZones named;
  private final Map<Entry, FilterRule> understood = new LinkedHashMap<>();
  private final Map<String, Mark> marks = new LinkedHashMap<>();

  Filters(
      Configuration configuration,
      List<Scope> chain,
      Registrations registrations,
      HostTable table,
      HostAddresses hosts) {
    this.configuration = configuration;
    this.chain = chain;
    this.reader = new RuleReader(chain, registrations);
    this.table = table;
    this.hosts = hosts;
    this.zones = new ZoneBook(chain, hosts);
    this.named = new NamedZones(hosts);
  }

  List<PlacedFilter> read() {
    for (Entry rule : reader.inOrder()) {
      try {
        FilterRule read = reader.read(rule);
        understood.put(rule, read);
        for (String tag : rule.all("tag")) {
          Entry entry = reader.find(Kind.TAG, tag);
          Mark mark = entry == null ? null : Mark.of(entry);
          if (mark != null) {
            marks.put(tag, mark);
          }
        }
      } catch (IllegalArgumentException e) {
        unread(rule, e.getMessage());
      }
    }
    List<PlacedFilter> filters = new ArrayList<>();
    for (Mark mark : marks.values()) {
      if (mark.hosts() != null) {
        filters.add(host(mark, Direction.INBOUND));
        filters.add(host(mark, Direction.OUTBOUND));
      }
    }
    if (filters.isEmpty()) {
      filters.add(central());
    }
    return filters;
  }

  private void unread(Entry rule, String reason) {
    boolean denies = !rule.one("action", "allow").equals("allow");
    configuration.unread(
        rule.place(), rule.name(), "The rule was left out: " + reason + ".", denies);
  }

  private PlacedFilter central() {
    List<FilterRule> rules = new ArrayList<>();
    understood.forEach(
        (entry, rule) -> {
          try {
            FilterRule narrowed = betweenZones(entry, rule);
            if (!narrowed.source().isEmpty() && !narrowed.destination().isEmpty()) {
              rules.add(narrowed);
            }
          } catch (IllegalArgumentException e) {
            unread(entry, e.getMessage());
          }
        });
    FilterRule last = reader.last(true);
    if (rules.stream().noneMatch(Filters::isEverything)) {
      FilterRule within = reader.last(false);
      if (within.outcome().permits() != last.outcome().permits()) {
        configuration.unread(
            within.place(),
            within.name(),
            "Connections within one zone that no rule matches are "
                + (within.outcome().permits() ? "permitted" : "denied")
                + "; which addresses are in one zone is not known.");
      }
    }
    Set<String> sets = new LinkedHashSet<>();
    marks.values().forEach(mark -> sets.add(mark.ruleSet()));
    return new PlacedFilter(
        chain.get(0).name(),
        sets.size() == 1 ? sets.iterator().next() : null,
        List.of(),
        Direction.FORWARD,
        new PacketFilter(rules, last));
  }

  private FilterRule betweenZones(Entry entry, FilterRule rule) {
    String type = entry.one("rule-type", "universal");
    if (!type.equals("universal")) {
      throw new IllegalArgumentException(
          "it is for connections of one kind of zones (" + type + ")");
    }
    if (zones.isKnown()) {
      return zones.narrowed(entry, rule);
    }
    return named.narrowed(entry, rule);
  }

  private static boolean isEverything(FilterRule rule) {
    return rule.source().isAny()
        && rule.destination().isAny()
        && rule.services().equals(ServiceLine.ANY);
  }

  private PlacedFilter host(Mark mark, Direction direction) {
    boolean inbound = direction == Direction.INBOUND;
    String from = inbound ? mark.network() : mark.hosts();
    String to = inbound ? mark.hosts() : mark.network();
    List<String> servers = table.of(mark.ruleSet());
    List<org.firebreak.core.address.AddressRange> ranges = new ArrayList<>();
    servers.forEach(server -> ranges.addAll(hosts.of(server).ranges()));
    AddressSet own = AddressSet.of(ranges);
    List<FilterRule> rules = new ArrayList<>();
    understood.forEach(
        (entry, rule) -> {
          if (isIn(entry, "from", from) && isIn(entry, "to", to)) {
            FilterRule narrowed = narrowed(rule, inbound, own);
            if (!narrowed.source().isEmpty() && !narrowed.destination().isEmpty()) {
              rules.add(narrowed);
            }
          }
        });
    return new PlacedFilter(
        chain.get(0).name() + " " + mark.ruleSet(),
        mark.ruleSet(),
        servers,
        direction,
        new PacketFilter(rules, reader.last(true)));
  }

  private static boolean isIn(Entry entry, String side, String zone) {
    return entry.all(side).contains("any") || entry.all(side).contains(zone);
  }

  /** The rule as far as it concerns the hosts; hosts without addresses have all of theirs in it. */
  private static FilterRule narrowed(FilterRule rule, boolean inbound, AddressSet own) {
    AddressSet side = inbound ? rule.destination() : rule.source();
    if (side.isAny()) {
      return rule;
    }
    AddressSet part = side.containsAll(own) ? AddressSet.ANY : AddressBook.common(side, own);
    return new FilterRule(
        rule.name(),
        rule.place(),
        inbound ? rule.source() : part,
        inbound ? part : rule.destination(),
        rule.services(),
        rule.outcome());
  }
}
