package org.firebreak.exports.nsx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Slugs;

/**
 * Divides the VMs of a partition into classes, so that a single tag says both which rules a VM gets
 * and which rules speak of it. Most classes are whole server groups; a server that flows name by
 * itself, or that has other rules than the rest of its group, is in a class of its own.
 */
final class VmClasses {
  private static final int TAG = 100;

  private record Key(int group, int set, int named) {}

  private final Map<RuleSet, List<VmClass>> bySet = new IdentityHashMap<>();
  private final List<VmClass> all = new ArrayList<>();

  VmClasses(CompiledPolicy policy, List<RuleSet> sets) {
    Set<String> named = namedServers(sets);
    Map<Key, List<PolicyServer>> members = new LinkedHashMap<>();
    for (int s = 0; s < sets.size(); s++) {
      for (PolicyServer server : sets.get(s).servers()) {
        int single = named.contains(server.ref().id()) ? server.index() : -1;
        members
            .computeIfAbsent(new Key(server.group(), s, single), key -> new ArrayList<>())
            .add(server);
      }
    }
    Map<Key, String> names = names(policy, sets, members);
    Map<String, Key> keys = new LinkedHashMap<>();
    members.keySet().forEach(key -> keys.put(id(policy, sets, key), key));
    Map<String, String> tags =
        new Slugs('-', TAG).distinct(keys.keySet(), id -> id, id -> names.get(keys.get(id)));
    keys.forEach(
        (id, key) -> {
          List<PolicyServer> servers = members.get(key);
          add(
              VmClass.of(
                  element(policy, key, servers), sets.get(key.set()), servers, tags.get(id)));
        });
  }

  private void add(VmClass vmClass) {
    all.add(vmClass);
    bySet.computeIfAbsent(vmClass.set(), set -> new ArrayList<>()).add(vmClass);
  }

  private static Set<String> namedServers(List<RuleSet> sets) {
    Set<String> named = new HashSet<>();
    for (RuleSet set : sets) {
      for (Rule rule : set.rules()) {
        for (AddressGroup side : List.of(rule.source(), rule.destination())) {
          if (side.element() != null) {
            named.add(side.element().id());
          }
        }
      }
    }
    return named;
  }

  /** Whether a rule set is that of quarantined servers. */
  static boolean isQuarantine(RuleSet set) {
    return set.servers().stream().allMatch(PolicyServer::quarantined);
  }

  /**
   * The largest class of a group is called after the group, so that a new VM is tagged with it, and
   * so that the others keep their tag when one of them is quarantined.
   */
  private static Map<Key, String> names(
      CompiledPolicy policy, List<RuleSet> sets, Map<Key, List<PolicyServer>> members) {
    Map<Integer, Key> main = new HashMap<>();
    Comparator<Key> order =
        Comparator.<Key, Boolean>comparing(key -> isQuarantine(sets.get(key.set())))
            .thenComparingInt(key -> key.named() < 0 ? 0 : 1)
            .thenComparing(key -> -members.get(key).size())
            .thenComparingInt(Key::set);
    for (Key key : members.keySet()) {
      main.merge(key.group(), key, (left, right) -> order.compare(left, right) <= 0 ? left : right);
    }
    Map<Key, String> names = new HashMap<>();
    members.forEach(
        (key, servers) -> {
          String group = policy.groups().get(key.group()).ref().name();
          boolean plain = key.equals(main.get(key.group())) && key.named() < 0;
          String part =
              key.named() >= 0 || servers.size() == 1
                  ? servers.get(0).ref().name()
                  : sets.get(key.set()).name();
          names.put(key, plain || part.equals(group) ? group : group + " " + part);
        });
    return names;
  }

  private static String id(CompiledPolicy policy, List<RuleSet> sets, Key key) {
    return policy.groups().get(key.group()).ref().id()
        + ' '
        + sets.get(key.set()).id()
        + (key.named() < 0 ? "" : ' ' + policy.servers().get(key.named()).ref().id());
  }

  private static ElementRef element(CompiledPolicy policy, Key key, List<PolicyServer> servers) {
    return key.named() >= 0 ? servers.get(0).ref() : policy.groups().get(key.group()).ref();
  }

  /** Every class, those of a rule set together. */
  List<VmClass> all() {
    return all;
  }

  List<VmClass> of(RuleSet set) {
    return bySet.get(set);
  }
}
