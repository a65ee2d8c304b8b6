package org.firebreak.exports.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.rulebase.PlacedFilter;

/** Which of the filters that were read is in force where; what nobody asks for is left over. */
final class Places {
  private static final Hosted NOTHING = new Hosted(List.of());

  private final Map<String, Central> central = new HashMap<>();
  private final Map<Rule.Direction, Map<Integer, Hosted>> hosts =
      new EnumMap<>(Rule.Direction.class);
  private final Set<Asked> asked = new LinkedHashSet<>();

  /** A filter counts as itself: two that say the same are two. */
  static final class Asked {
    final PlacedFilter filter;
    boolean foreign;
    int open;

    Asked(PlacedFilter filter) {
      this.filter = filter;
    }
  }

  private record Central(List<Asked> filters) {}

  /** The filters of a host; those of two hosts are equal if they are the same ones. */
  record Hosted(List<Asked> filters) {
    List<PlacedFilter> placed() {
      return filters.stream().map(one -> one.filter).toList();
    }
  }

  Places(List<PlacedFilter> filters, HostTable table) {
    for (PlacedFilter filter : filters) {
      Asked one = new Asked(filter);
      asked.add(one);
      if (filter.direction() == Rule.Direction.FORWARD) {
        one.open = 1;
        String key = filter.ruleSet() == null ? "" : filter.ruleSet();
        central.computeIfAbsent(key, id -> new Central(new ArrayList<>())).filters().add(one);
      } else {
        one.foreign = filter.hosts().isEmpty();
        for (String host : filter.hosts()) {
          PolicyServer server = table.find(host);
          if (server == null) {
            one.foreign = true;
          } else {
            one.open++;
            Hosted hosted =
                hosts
                    .computeIfAbsent(filter.direction(), direction -> new HashMap<>())
                    .computeIfAbsent(server.index(), index -> new Hosted(new ArrayList<>()));
            hosted.filters().add(one);
          }
        }
      }
    }
  }

  /**
   * The filters of a central firewall. One that does not tell its rule set is taken if its name is
   * that of the rule set.
   */
  List<PlacedFilter> central(RuleSet set) {
    List<Asked> found = new ArrayList<>();
    Central own = central.get(set.id());
    if (own != null) {
      found.addAll(own.filters());
    }
    Central untold = central.get("");
    if (untold != null) {
      untold.filters().stream()
          .filter(one -> one.filter.name().equals(set.name()))
          .forEach(found::add);
    }
    found.forEach(one -> one.open--);
    return found.stream().map(one -> one.filter).toList();
  }

  Hosted host(PolicyServer server, Rule.Direction direction) {
    Hosted hosted = hosts.getOrDefault(direction, Map.of()).get(server.index());
    if (hosted == null) {
      return NOTHING;
    }
    hosted.filters().forEach(one -> one.open--);
    return hosted;
  }

  /** Filters for firewalls or hosts that have not been asked for. */
  List<PlacedFilter> unasked() {
    return asked.stream()
        .filter(one -> one.foreign || one.open > 0)
        .map(one -> one.filter)
        .toList();
  }
}
