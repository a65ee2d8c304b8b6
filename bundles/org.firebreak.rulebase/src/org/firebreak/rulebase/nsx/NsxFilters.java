package org.firebreak.rulebase.nsx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.Unread;

/** Puts the policies of a space in order and says what they do at the VMs in their scopes. */
final class NsxFilters {
  /** Categories in the order in which they are asked; Ethernet filters frames. */
  private static final List<String> CATEGORIES =
      List.of("Emergency", "Infrastructure", "Environment", "Application", "");

  /** What no rule decides, as a manager is installed. */
  private static final FilterRule DEFAULT =
      new FilterRule(
          "default-layer3-rule",
          "default rule of the manager",
          AddressSet.ANY,
          AddressSet.ANY,
          ServiceLine.ANY,
          Outcome.PERMIT);

  private static final int ICMP_CODES = 256;

  /**
   * Rules with one scope, in order.
   *
   * @param machines the VMs at which they are in force
   */
  private record Unit(
      String name,
      String ruleSet,
      BitSet machines,
      List<FilterRule> inbound,
      List<FilterRule> outbound) {}

  private final NsxSpace space;
  private final GroupMembers groups;
  private final ServiceEntries services;
  private final List<Unread> unread;
  private final List<Unit> units = new ArrayList<>();

  NsxFilters(NsxSpace space, HostAddresses hosts, List<Unread> unread) {
    this.space = space;
    this.groups = new GroupMembers(space, hosts);
    this.services = new ServiceEntries(space);
    this.unread = unread;
  }

  List<PlacedFilter> read() {
    Map<String, Set<Integer>> numbers = new HashMap<>();
    List<NsxSpace.Entry> policies = new ArrayList<>();
    for (NsxSpace.Entry policy : space.policies().values()) {
      String category = policy.text("category");
      int number = policy.node().path("sequence_number").asInt();
      if (!CATEGORIES.contains(category)) {
        refuse(policy, "the category " + category + " is not one of layer 3");
      } else if (space.machines().isEmpty()) {
        refuse(policy, "no file tells the tags of VMs (vm-tags.json)");
      } else if (!numbers.computeIfAbsent(category, key -> new HashSet<>()).add(number)) {
        refuse(policy, "two policies have the sequence number " + number);
      } else if (!policy.node().path("stateful").asBoolean(true)) {
        refuse(policy, "the policy is not stateful");
      } else if (!policy.text("scheduler_path").isEmpty()) {
        refuse(policy, "the policy holds at times only");
      } else if (addsDefaultRule(policy)) {
        refuse(policy, "the policy has a default rule of its own (connectivity)");
      } else {
        policies.add(policy);
      }
    }
    policies.sort(
        Comparator.<NsxSpace.Entry>comparingInt(
                policy -> CATEGORIES.indexOf(policy.text("category")))
            .thenComparingInt(policy -> policy.node().path("sequence_number").asInt()));
    policies.forEach(this::add);
    return place();
  }

  /** Whether the manager adds a rule at the end, as the field of either release may ask. */
  private static boolean addsDefaultRule(NsxSpace.Entry policy) {
    return Stream.of("connectivity_preference", "connectivity_strategy")
        .map(policy::text)
        .anyMatch(each -> !each.isEmpty() && !each.equals("NONE"));
  }

  private void add(NsxSpace.Entry policy) {
    Set<Integer> numbers = new HashSet<>();
    List<NsxSpace.Entry> rules = new ArrayList<>();
    for (NsxSpace.Entry rule : policy.children().values()) {
      int number = rule.node().path("sequence_number").asInt();
      if (rule.node().path("disabled").asBoolean()) {
        continue;
      }
      if (numbers.add(number)) {
        rules.add(rule);
      } else {
        refuse(rule, "two rules have the sequence number " + number);
      }
    }
    rules.sort(Comparator.comparingInt(rule -> rule.node().path("sequence_number").asInt()));
    try {
      BitSet scope = scope(policy.node().path("scope"));
      Unit shared = scope == null ? null : unit(policy, scope);
      for (NsxSpace.Entry rule : rules) {
        Unit unit = shared;
        if (unit == null) {
          BitSet own = scope(rule.node().path("scope"));
          unit = unit(policy, own == null ? everything() : own);
        }
        add(policy, rule, unit, rule == rules.get(0));
      }
    } catch (UnreadableException e) {
      refuse(policy, e.getMessage());
    }
  }

  private Unit unit(NsxSpace.Entry policy, BitSet machines) {
    String ruleSet = null;
    for (JsonNode tag : policy.node().path("tags")) {
      if (tag.path("scope").asText().equals("firebreak/rule-set")) {
        ruleSet = tag.path("tag").asText();
      }
    }
    Unit unit =
        new Unit(policy.text("id"), ruleSet, machines, new ArrayList<>(), new ArrayList<>());
    units.add(unit);
    return unit;
  }

  private BitSet everything() {
    BitSet all = new BitSet();
    all.set(0, space.machines().size());
    return all;
  }

  /** The VMs of a scope; {@code null} if it is not limited. */
  private BitSet scope(JsonNode scope) throws UnreadableException {
    if (scope.isEmpty() || scope.get(0).asText().equalsIgnoreCase("ANY")) {
      return null;
    }
    BitSet machines = new BitSet();
    for (JsonNode path : scope) {
      machines.or(groups.machines(path.asText()));
    }
    return machines;
  }

  private void add(NsxSpace.Entry policy, NsxSpace.Entry entry, Unit unit, boolean first) {
    JsonNode node = entry.node();
    try {
      for (JsonNode profile : node.path("profiles")) {
        if (!profile.asText().equalsIgnoreCase("ANY")) {
          throw new UnreadableException("the rule matches by application");
        }
      }
      AddressSet source = side(node, "source_groups", "sources_excluded");
      AddressSet destination = side(node, "destination_groups", "destinations_excluded");
      String direction = node.path("direction").asText("IN_OUT");
      boolean everywhere = direction.equals("IN_OUT") && source.isAny() && destination.isAny();
      String family = node.path("ip_protocol").asText("IPV4_IPV6");
      if (family.equals("IPV4")) {
        source = source.v4();
        destination = destination.v4();
      } else if (family.equals("IPV6")) {
        source = source.v6();
        destination = destination.v6();
      } else if (!family.equals("IPV4_IPV6")) {
        throw new UnreadableException("the family " + family + " is not known");
      }
      Intervals covered = services.of(node);
      Outcome outcome = outcome(node);
      if (first && everywhere && outcome.equals(Outcome.PERMIT) && isNeighbourDiscovery(covered)) {
        return;
      }
      FilterRule rule =
          new FilterRule(
              entry.text("id"),
              entry.file() + ":" + policy.text("id") + "/" + entry.text("id"),
              source,
              destination,
              covered,
              outcome);
      switch (direction) {
        case "IN" -> unit.inbound().add(rule);
        case "OUT" -> unit.outbound().add(rule);
        case "IN_OUT" -> {
          unit.inbound().add(rule);
          unit.outbound().add(rule);
        }
        default -> throw new UnreadableException("the direction is not known");
      }
    } catch (UnreadableException e) {
      refuse(entry, e.getMessage());
    }
  }

  private AddressSet side(JsonNode rule, String field, String excluded) throws UnreadableException {
    AddressSet set = AddressSet.EMPTY;
    JsonNode entries = rule.path(field);
    if (entries.isEmpty()) {
      set = AddressSet.ANY;
    }
    for (JsonNode entry : entries) {
      String text = entry.asText();
      set =
          set.union(
              text.equalsIgnoreCase("ANY")
                  ? AddressSet.ANY
                  : text.startsWith("/")
                      ? groups.addresses(text)
                      : AddressSet.of(GroupMembers.range(text)));
    }
    return rule.path(excluded).asBoolean() ? AddressSet.ANY.minus(set) : set;
  }

  /** Types 133 to 136 of ICMPv6, with or without 137, and nothing else. */
  private static boolean isNeighbourDiscovery(Intervals services) {
    return types(133, 137).containsAll(services) && services.containsAll(types(133, 136));
  }

  private static Intervals types(int first, int last) {
    int protocol = ServiceLine.of(58).from(0);
    return Intervals.of(protocol + first * ICMP_CODES, protocol + (last + 1) * ICMP_CODES);
  }

  private static Outcome outcome(JsonNode rule) throws UnreadableException {
    boolean permits =
        switch (rule.path("action").asText()) {
          case "ALLOW" -> true;
          case "DROP", "REJECT" -> false;
          default -> throw new UnreadableException("the action is none that ends the search");
        };
    boolean logs = rule.path("logged").asBoolean();
    return new Outcome(
        permits, logs, logs && rule.path("tag").asText("").startsWith("firebreak-alert"));
  }

  private void refuse(NsxSpace.Entry entry, String reason) {
    unread.add(NsxSpace.unread(entry.file() + ":" + entry.text("id"), entry.node(), reason));
  }

  /** VMs in the same scopes share their filters. */
  private List<PlacedFilter> place() {
    List<List<Integer>> scopes = new ArrayList<>();
    space.machines().forEach(machine -> scopes.add(new ArrayList<>(2)));
    for (int unit = 0; unit < units.size(); unit++) {
      int number = unit;
      units.get(unit).machines().stream().forEach(machine -> scopes.get(machine).add(number));
    }
    Map<List<Integer>, List<String>> hosts = new LinkedHashMap<>();
    for (int i = 0; i < scopes.size(); i++) {
      hosts
          .computeIfAbsent(scopes.get(i), key -> new ArrayList<>())
          .add(space.machines().get(i).id());
    }
    List<PlacedFilter> filters = new ArrayList<>();
    hosts.forEach(
        (numbers, ids) -> {
          List<Unit> of = numbers.stream().map(units::get).toList();
          filters.add(placed(of, ids, Rule.Direction.INBOUND));
          filters.add(placed(of, ids, Rule.Direction.OUTBOUND));
        });
    return filters;
  }

  private static PlacedFilter placed(
      List<Unit> units, List<String> hosts, Rule.Direction direction) {
    Set<String> ruleSets = new LinkedHashSet<>();
    List<FilterRule> rules = new ArrayList<>();
    for (Unit unit : units) {
      ruleSets.add(unit.ruleSet());
      rules.addAll(direction == Rule.Direction.INBOUND ? unit.inbound() : unit.outbound());
    }
    String name = units.stream().map(Unit::name).distinct().collect(Collectors.joining(", "));
    return new PlacedFilter(
        name.isEmpty() ? "no policy" : name,
        ruleSets.size() == 1 ? ruleSets.iterator().next() : null,
        hosts,
        direction,
        new PacketFilter(rules, DEFAULT));
  }
}
