package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.linux.AddressPartition;

/** Divides the addresses of a VRF so that both sides of every rule are whole atoms. */
final class Atoms {
  private static final int NAME = 50;

  /**
   * What addresses of servers in one atom have in common.
   *
   * @param group server group; -1 if groups are not told apart
   * @param sets numbers of the rule sets of their hosts
   * @param named numbers of the address groups that hold them
   */
  private record Key(int group, List<Integer> sets, BitSet named) {}

  private static final class Draft {
    String title;
    String element;
    String id;
    List<RuleSet> sets = List.of();
    final List<Atom.Member> members = new ArrayList<>();
    final List<PolicyServer> unaddressed = new ArrayList<>();
    final List<String> prefixes = new ArrayList<>();
    BitSet named;
  }

  private final CompiledPolicy policy;
  private final Space space;
  private final long most;
  private final Map<AddressSet, Integer> numbers = new LinkedHashMap<>();
  private final List<String> groupNames = new ArrayList<>();
  private final List<Atom> atoms = new ArrayList<>();
  private final List<BitSet> atomsOfGroup = new ArrayList<>();
  private final Map<AddressSet, BitSet> known = new IdentityHashMap<>();
  private final Map<RuleSet, BitSet> atomsOfSet = new IdentityHashMap<>();
  private final BitSet all = new BitSet();

  /**
   * @param most groups that the VRF takes; beyond that, those of which all rules speak alike become
   *     one
   */
  Atoms(CompiledPolicy policy, Space space, long most) {
    this.policy = policy;
    this.space = space;
    this.most = most;
    collectGroups();
    List<Atom.Member> addresses = addresses();
    List<Draft> drafts = servers(addresses);
    drafts.addAll(networks(addresses));
    build(drafts);
  }

  private void collectGroups() {
    boolean open = false;
    for (RuleSet set : space.sets()) {
      for (Rule rule : set.rules()) {
        AddressGroup peer =
            rule.direction() == Rule.Direction.INBOUND ? rule.source() : rule.destination();
        open |= peer.isAny() && rule.action() == Rule.Action.PERMIT;
        add(rule.source());
        add(rule.destination());
      }
    }
    if (open) {
      numbers.put(AddressSet.ANY, numbers.size());
      groupNames.add("rest");
    }
  }

  private void add(AddressGroup group) {
    if (!group.isAny() && numbers.putIfAbsent(group.addresses(), numbers.size()) == null) {
      groupNames.add(group.name());
    }
  }

  /** Addresses of the servers of this domain in order. */
  private List<Atom.Member> addresses() {
    Map<Address, List<PolicyServer>> owners = new TreeMap<>();
    for (PolicyServer server : policy.servers()) {
      if (server.domain().equals(space.domain())) {
        for (Address address : server.addresses()) {
          owners.computeIfAbsent(address, key -> new ArrayList<>(1)).add(server);
        }
      }
    }
    List<Atom.Member> members = new ArrayList<>();
    owners.forEach((address, of) -> members.add(new Atom.Member(List.copyOf(of), address)));
    return members;
  }

  private List<Draft> servers(List<Atom.Member> addresses) {
    BitSet[] named = new BitSet[addresses.size()];
    for (int i = 0; i < named.length; i++) {
      named[i] = new BitSet();
    }
    numbers.forEach(
        (set, number) -> {
          for (AddressRange range : set.ranges()) {
            for (int i = from(addresses, range.first());
                i < named.length && range.contains(addresses.get(i).address());
                i++) {
              named[i].set(number);
            }
          }
        });
    Map<Integer, Integer> setOf = new HashMap<>();
    Map<Key, Draft> drafts = new LinkedHashMap<>();
    for (int s = 0; s < space.sets().size(); s++) {
      for (PolicyServer server : space.sets().get(s).servers()) {
        setOf.put(server.index(), s);
        if (server.addresses().isEmpty()) {
          draft(drafts, new Key(server.group(), List.of(s), new BitSet())).unaddressed.add(server);
        }
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < named.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> addresses.get(i).server().index()));
    for (int i : order) {
      List<Integer> sets =
          addresses.get(i).owners().stream()
              .map(owner -> setOf.get(owner.index()))
              .filter(Objects::nonNull)
              .distinct()
              .sorted()
              .toList();
      if (!sets.isEmpty() || !named[i].isEmpty()) {
        Key key = new Key(addresses.get(i).server().group(), sets, named[i]);
        draft(drafts, key).members.add(addresses.get(i));
      }
    }
    Map<Key, Draft> few = drafts.size() > most ? joined(drafts) : drafts;
    name(few);
    return new ArrayList<>(few.values());
  }

  /** Atoms that differ in their server group alone are one, since a VRF takes no more of them. */
  private static Map<Key, Draft> joined(Map<Key, Draft> drafts) {
    Map<Key, Key> first = new HashMap<>();
    Map<Key, Draft> joined = new LinkedHashMap<>();
    drafts.forEach(
        (key, draft) -> {
          Key same = first.computeIfAbsent(new Key(-1, key.sets(), key.named()), added -> key);
          Draft whole = joined.computeIfAbsent(same, added -> draft);
          if (whole != draft) {
            whole.members.addAll(draft.members);
            whole.unaddressed.addAll(draft.unaddressed);
          }
        });
    return joined;
  }

  private static int from(List<Atom.Member> addresses, Address first) {
    int low = 0;
    int high = addresses.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (addresses.get(middle).address().compareTo(first) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Draft draft(Map<Key, Draft> drafts, Key key) {
    return drafts.computeIfAbsent(
        key,
        added -> {
          Draft draft = new Draft();
          draft.sets = added.sets().stream().map(space.sets()::get).toList();
          draft.named = added.named();
          return draft;
        });
  }

  /** The largest atom of a group is called after the group, others after their first server too. */
  private void name(Map<Key, Draft> drafts) {
    Map<Integer, Draft> largest = new HashMap<>();
    drafts.forEach(
        (key, draft) ->
            largest.merge(
                key.group(),
                draft,
                (one, other) -> other.members.size() > one.members.size() ? other : one));
    drafts.forEach(
        (key, draft) -> {
          var group = policy.groups().get(key.group()).ref();
          PolicyServer first =
              draft.members.isEmpty() ? draft.unaddressed.get(0) : draft.members.get(0).server();
          boolean plain = largest.get(key.group()) == draft;
          draft.title =
              plain || group.name().equals(first.ref().name())
                  ? group.name()
                  : group.name() + " " + first.ref().name();
          draft.element = plain ? group.id() : first.ref().id();
          draft.id =
              group.id()
                  + ' '
                  + first.ref().id()
                  + ' '
                  + (draft.members.isEmpty() ? "" : draft.members.get(0).address());
        });
  }

  /** What the rules name besides servers; where servers lie between, prefixes go across them. */
  private List<Draft> networks(List<Atom.Member> addresses) {
    AddressSet servers =
        AddressSet.of(addresses.stream().map(each -> AddressRange.of(each.address())).toList());
    List<AddressSet> sets = numbers.keySet().stream().map(set -> set.minus(servers)).toList();
    List<Draft> drafts = new ArrayList<>();
    AddressPartition.of(sets)
        .forEach(
            (named, ranges) -> {
              Draft draft = new Draft();
              draft.named = named;
              for (AddressRange range : acrossServers(ranges, servers)) {
                range.toPrefixes().forEach(prefix -> addPrefix(draft.prefixes, prefix));
              }
              Set<String> names = new LinkedHashSet<>();
              named.stream().limit(3).forEach(number -> names.add(groupNames.get(number)));
              draft.title = String.join(" ", names);
              if (Slugs.plain(draft.title, '-', NAME).isEmpty()) {
                draft.title = "external";
              }
              draft.id = "network " + draft.prefixes.get(0);
              drafts.add(draft);
            });
    return drafts;
  }

  /** A member of a preferred group may not have the default route. */
  private static void addPrefix(List<String> prefixes, String prefix) {
    switch (prefix) {
      case "0.0.0.0/0" -> prefixes.addAll(List.of("0.0.0.0/1", "128.0.0.0/1"));
      case "::/0" -> prefixes.addAll(List.of("::/1", "8000::/1"));
      default -> prefixes.add(prefix);
    }
  }

  /** Joins ranges between which there are servers alone. */
  private static List<AddressRange> acrossServers(List<AddressRange> ranges, AddressSet servers) {
    List<AddressRange> joined = new ArrayList<>();
    int next = 0;
    for (AddressRange run : AddressSet.of(ranges).union(servers).ranges()) {
      int first = next;
      while (next < ranges.size() && run.contains(ranges.get(next).first())) {
        next++;
      }
      if (next > first) {
        joined.add(new AddressRange(ranges.get(first).first(), ranges.get(next - 1).last()));
      }
    }
    return joined;
  }

  private void build(List<Draft> drafts) {
    Map<String, Draft> byId = new LinkedHashMap<>();
    drafts.forEach(draft -> byId.put(draft.id, draft));
    Map<String, String> names =
        new Slugs('-', NAME).distinct(byId.keySet(), id -> id, id -> byId.get(id).title);
    numbers.keySet().forEach(set -> atomsOfGroup.add(new BitSet()));
    byId.forEach(
        (id, draft) -> {
          int index = atoms.size();
          atoms.add(
              new Atom(
                  index,
                  names.get(id),
                  draft.title,
                  draft.sets,
                  List.copyOf(draft.members),
                  List.copyOf(draft.unaddressed),
                  List.copyOf(draft.prefixes),
                  draft.element));
          draft.named.stream().forEach(number -> atomsOfGroup.get(number).set(index));
          draft.sets.forEach(
              set -> atomsOfSet.computeIfAbsent(set, key -> new BitSet()).set(index));
          all.set(index);
        });
  }

  List<Atom> all() {
    return atoms;
  }

  Atom get(int index) {
    return atoms.get(index);
  }

  /** The atoms that together are one side of a rule. */
  BitSet of(AddressGroup group) {
    return known.computeIfAbsent(
        group.addresses(), set -> set.isAny() ? all : atomsOfGroup.get(numbers.get(set)));
  }

  /** The atoms of the hosts of a rule set. */
  BitSet own(RuleSet set) {
    return atomsOfSet.getOrDefault(set, new BitSet());
  }
}
