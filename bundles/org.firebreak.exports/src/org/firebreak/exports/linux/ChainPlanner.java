package org.firebreak.exports.linux;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.ServiceMatch;

/**
 * Orders rules so that a packet walks few of them: a long list is replaced by a map from address to
 * a shorter chain, on the side that gives the shorter chains, again for what is still long.
 *
 * <p>The result decides as the list does, first match first. A rule that speaks of too many parts
 * of the address space to be repeated in each part's chain stands after the dispatch, which is
 * allowed only where it cannot matter: both rules permit without logging, or no connection matches
 * both.
 */
public final class ChainPlanner {
  /** Lists up to this length are not worth a map. */
  private static final int SHORT = 64;

  /** A rule that covers more parts than this is not repeated in their chains. */
  private static final int MAX_COPIES = 8;

  /** A dispatch must shorten what a packet walks at least by this factor. */
  private static final double WORTH_IT = 0.6;

  private record Split(
      Side side, boolean ofServers, List<Part> parts, List<Rule> rest, double cost) {}

  private record Part(List<AddressRange> ranges, AddressGroup narrowest, List<Rule> rules) {}

  private ChainPlanner() {}

  /** Plans rules; each run of permits is dispatched for itself, what stands between stays put. */
  public static List<Step> plan(List<Rule> rules) {
    List<Step> steps = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= rules.size(); i++) {
      if (i == rules.size() || !isDispatched(rules.get(i))) {
        steps.addAll(plan(rules.subList(from, i), EnumSet.allOf(Side.class), Set.of()));
        if (i < rules.size()) {
          steps.add(new Step.Match(rules.get(i), Set.of()));
        }
        from = i + 1;
      }
    }
    return steps;
  }

  private static boolean isDispatched(Rule rule) {
    return rule.action() == Rule.Action.PERMIT && rule.kind() != Rule.Kind.MONITORED;
  }

  private static List<Step> plan(List<Rule> rules, Set<Side> open, Set<Side> settled) {
    Split best = null;
    if (rules.size() > SHORT) {
      for (Side side : open) {
        Split split = split(rules, side);
        if (split != null && (best == null || split.cost() < best.cost())) {
          best = split;
        }
      }
    }
    List<Step> steps = new ArrayList<>();
    if (best == null || best.cost() > rules.size() * WORTH_IT) {
      rules.forEach(rule -> steps.add(new Step.Match(rule, settled)));
      return steps;
    }
    steps.add(dispatch(best, open, settled));
    steps.addAll(plan(best.rest(), without(open, best.side()), settled));
    return steps;
  }

  private static Set<Side> without(Set<Side> sides, Side side) {
    Set<Side> rest = EnumSet.noneOf(Side.class);
    sides.stream().filter(other -> other != side).forEach(rest::add);
    return rest;
  }

  private static Step dispatch(Split split, Set<Side> open, Set<Side> settled) {
    Set<Side> known = EnumSet.of(split.side());
    known.addAll(settled);
    List<Step.Branch> branches = new ArrayList<>();
    for (Part part : split.parts()) {
      branches.add(
          new Step.Branch(
              part.ranges().get(0).toString(),
              part.narrowest().name(),
              part.ranges(),
              plan(part.rules(), without(open, split.side()), known)));
    }
    return new Step.Dispatch(split.side(), split.ofServers(), branches);
  }

  private static Split split(List<Rule> rules, Side side) {
    Sets all = new Sets(side, rules);
    Map<BitSet, List<AddressRange>> partition = AddressPartition.of(all.sets);
    int[] copies = new int[all.sets.size()];
    partition.keySet().forEach(in -> in.stream().forEach(i -> copies[i]++));
    List<Rule> rest = new ArrayList<>();
    List<Rule> dispatched = new ArrayList<>();
    for (Rule rule : rules) {
      Integer set = all.indexOf(rule);
      boolean broad = set == null || copies[set] > MAX_COPIES;
      if (broad || rest.stream().anyMatch(other -> !commute(other, rule))) {
        rest.add(rule);
        if (rest.size() > rules.size() * WORTH_IT) {
          return null;
        }
      } else {
        dispatched.add(rule);
      }
    }
    if (dispatched.isEmpty()) {
      return null;
    }
    Sets used = new Sets(side, dispatched);
    return split(
        used,
        used.sets.equals(all.sets) ? partition : AddressPartition.of(used.sets),
        dispatched,
        rest);
  }

  private static Split split(
      Sets sets,
      Map<BitSet, List<AddressRange>> partition,
      List<Rule> dispatched,
      List<Rule> rest) {
    List<Part> parts = new ArrayList<>();
    double walked = 0;
    double walkers = 0;
    for (Map.Entry<BitSet, List<AddressRange>> entry : partition.entrySet()) {
      Part part = sets.part(entry.getKey(), entry.getValue(), dispatched);
      parts.add(part);
      walked += (double) part.rules().size() * part.rules().size();
      walkers += part.rules().size();
    }
    boolean ofServers = sets.groups.stream().allMatch(AddressGroup::isOfServers);
    return new Split(sets.side, ofServers, parts, rest, rest.size() + walked / walkers);
  }

  /** Whether the order of two permitting rules does not matter. */
  private static boolean commute(Rule left, Rule right) {
    return !left.log() && !right.log()
        || !left.source().addresses().intersects(right.source().addresses())
        || !left.destination().addresses().intersects(right.destination().addresses())
        || !overlap(left, right);
  }

  private static boolean overlap(Rule left, Rule right) {
    return left.services().isEmpty()
        || right.services().isEmpty()
        || left.services().stream()
            .anyMatch(
                one ->
                    right.services().stream()
                        .anyMatch(other -> overlap(one.match(), other.match())));
  }

  private static boolean overlap(ServiceMatch left, ServiceMatch right) {
    return left.isAny()
        || right.isAny()
        || left.protocol() == right.protocol()
            && left.ports().intersects(right.ports())
            && (left.icmpType() < 0 || right.icmpType() < 0 || left.icmpType() == right.icmpType());
  }

  /** The distinct address sets of one side of some rules; any address is none of them. */
  private static final class Sets {
    final List<AddressSet> sets = new ArrayList<>();
    private final List<AddressGroup> groups = new ArrayList<>();
    private final List<BitSet> rulesOfSet = new ArrayList<>();
    private final Map<AddressSet, Integer> indexes = new IdentityHashMap<>();
    private final Side side;

    Sets(Side side, List<Rule> rules) {
      this.side = side;
      for (int i = 0; i < rules.size(); i++) {
        AddressGroup group = side.of(rules.get(i));
        if (!group.isAny()) {
          rulesOfSet.get(index(group)).set(i);
        }
      }
    }

    private int index(AddressGroup group) {
      Integer index = indexes.get(group.addresses());
      if (index == null) {
        index = sets.size();
        indexes.put(group.addresses(), index);
        sets.add(group.addresses());
        groups.add(group);
        rulesOfSet.add(new BitSet());
      }
      return index;
    }

    Integer indexOf(Rule rule) {
      return indexes.get(side.of(rule).addresses());
    }

    Part part(BitSet in, List<AddressRange> ranges, List<Rule> rules) {
      BitSet chosen = new BitSet();
      AddressGroup narrowest = null;
      for (int i = in.nextSetBit(0); i >= 0; i = in.nextSetBit(i + 1)) {
        chosen.or(rulesOfSet.get(i));
        if (narrowest == null || size(groups.get(i)) < size(narrowest)) {
          narrowest = groups.get(i);
        }
      }
      return new Part(ranges, narrowest, chosen.stream().mapToObj(rules::get).toList());
    }

    private static int size(AddressGroup group) {
      return group.addresses().ranges().size();
    }
  }
}
