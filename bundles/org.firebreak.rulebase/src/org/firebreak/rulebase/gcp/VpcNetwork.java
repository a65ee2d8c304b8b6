package org.firebreak.rulebase.gcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.rulebase.PlacedFilter;

/** A VPC network: its rules, and the tags of its instances as far as they are known. */
final class VpcNetwork {
  /** What is known of an instance. */
  private record Instance(String host, String ruleSet, List<String> tags) {}

  /** Instances at which the same rules are in force. */
  private record InstanceClass(Set<String> tags, String ruleSet) {}

  private static final Comparator<VpcRule> ORDER =
      Comparator.comparingInt(VpcRule::priority)
          .thenComparing(rule -> rule.rule().outcome().permits());

  private final String name;
  private final List<VpcRule> rules = new ArrayList<>();
  private final List<Instance> instances = new ArrayList<>();
  private final Map<String, AddressSet> members = new HashMap<>();

  VpcNetwork(String name) {
    this.name = name;
  }

  void attach(String host, String ruleSet, List<String> tags, AddressSet addresses) {
    instances.add(new Instance(host, ruleSet, tags));
    tags.forEach(tag -> members.merge(tag, addresses, AddressSet::union));
  }

  void add(VpcRule rule) {
    rules.add(rule);
  }

  /** Addresses of the instances of each tag. */
  Map<String, AddressSet> members() {
    return members;
  }

  /**
   * The filters of each class of instances; if no instance is known, of one instance for each tag
   * and of one without, called after the tag and the network.
   */
  List<PlacedFilter> filters() {
    rules.sort(ORDER);
    Map<String, List<VpcRule>> byTag = new LinkedHashMap<>();
    List<VpcRule> everywhere = new ArrayList<>();
    for (VpcRule rule : rules) {
      rule.targets().forEach(tag -> byTag.computeIfAbsent(tag, key -> new ArrayList<>()).add(rule));
      if (rule.targets().isEmpty()) {
        everywhere.add(rule);
      }
    }
    if (instances.isEmpty()) {
      byTag.keySet().stream()
          .sorted()
          .forEach(tag -> attach(tag, null, List.of(tag), AddressSet.EMPTY));
      if (!everywhere.isEmpty()) {
        attach(name, null, List.of(), AddressSet.EMPTY);
      }
    }
    Map<InstanceClass, List<String>> classes = new LinkedHashMap<>();
    for (Instance instance : instances) {
      Set<String> tags = new TreeSet<>(instance.tags());
      tags.retainAll(byTag.keySet());
      classes
          .computeIfAbsent(new InstanceClass(tags, instance.ruleSet()), key -> new ArrayList<>())
          .add(instance.host());
    }
    List<PlacedFilter> filters = new ArrayList<>();
    classes.forEach(
        (of, hosts) -> {
          Set<VpcRule> inForce = new LinkedHashSet<>(everywhere);
          of.tags().forEach(tag -> inForce.addAll(byTag.get(tag)));
          List<VpcRule> ordered = inForce.stream().sorted(ORDER).toList();
          filters.add(filter(of, hosts, ordered, true));
          filters.add(filter(of, hosts, ordered, false));
        });
    return filters;
  }

  private PlacedFilter filter(
      InstanceClass of, List<String> hosts, List<VpcRule> ordered, boolean ingress) {
    return new PlacedFilter(
        of.tags().isEmpty() ? name : String.join(", ", of.tags()),
        of.ruleSet(),
        hosts,
        ingress ? Rule.Direction.INBOUND : Rule.Direction.OUTBOUND,
        new PacketFilter(
            ordered.stream().filter(rule -> rule.ingress() == ingress).map(VpcRule::rule).toList(),
            new FilterRule(
                ingress ? "implied deny ingress" : "implied allow egress",
                name,
                AddressSet.ANY,
                AddressSet.ANY,
                ServiceLine.ANY,
                ingress ? Outcome.DENY : Outcome.PERMIT)));
  }
}
