package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.service.PortRange;
import org.firebreak.exports.Slugs;
import org.firebreak.model.Protocol;

/** Service objects of rules, and groups for long lists that rules share. */
final class ServiceObjects {
  /** Most members of a service group, on the platform that takes fewest. */
  static final int GROUP_MEMBERS = 500;

  /** Lists up to this length stand in the rule itself. */
  private static final int INLINE = 8;

  private static final int NAME = 48;

  private final Map<String, PolicyService> services = new LinkedHashMap<>();
  private final Map<String, String> names;
  private final Map<List<String>, String> groups = new LinkedHashMap<>();

  /** Objects of rules that share a name space. */
  ServiceObjects(List<Rule> rules) {
    for (PolicyService service : used(rules)) {
      services.put(service.ref().id(), service);
    }
    names =
        new Slugs('-', NAME)
            .distinct(services.values(), each -> each.ref().id(), each -> "s-" + each.ref().name());
  }

  static boolean hasPorts(PolicyService service) {
    Protocol protocol = service.match().protocol();
    return protocol == Protocol.TCP || protocol == Protocol.UDP || protocol == Protocol.SCTP;
  }

  /** The objects, or the groups, that stand for services of a rule. */
  List<String> references(List<PolicyService> of) {
    List<String> members = new ArrayList<>();
    for (PolicyService service : of) {
      String name = names.get(service.ref().id());
      int parts = portLists(service).size();
      for (int i = 0; i < parts; i++) {
        members.add(parts == 1 ? name : name + "." + (i + 1));
      }
    }
    if (members.size() <= INLINE) {
      return members;
    }
    List<String> names = new ArrayList<>();
    for (int from = 0; from < members.size(); from += GROUP_MEMBERS) {
      List<String> part = members.subList(from, Math.min(from + GROUP_MEMBERS, members.size()));
      names.add(
          groups.computeIfAbsent(part, list -> "sg-" + Slugs.shortHash(String.join(" ", list))));
    }
    return names;
  }

  /** Port lists that are short enough for one object each. */
  private static List<String> portLists(PolicyService service) {
    List<String> lists = new ArrayList<>();
    StringBuilder list = new StringBuilder();
    for (PortRange range : service.match().ports().ranges()) {
      if (list.length() + 12 > PanOsNames.PORT_LIST) {
        lists.add(list.toString());
        list.setLength(0);
      }
      list.append(list.isEmpty() ? "" : ",").append(range);
    }
    lists.add(list.toString());
    return lists;
  }

  boolean usesSctp() {
    return services.values().stream()
        .anyMatch(service -> service.match().protocol() == Protocol.SCTP);
  }

  /** Defines the objects that some rules use. */
  void writeObjects(Entries entries, List<Rule> rules, String tag) throws IOException {
    for (PolicyService service : used(rules)) {
      List<String> lists = portLists(service);
      for (int i = 0; i < lists.size(); i++) {
        String name = names.get(service.ref().id()) + (lists.size() == 1 ? "" : "." + (i + 1));
        String protocol = service.match().protocol().getLiteral();
        entries.entry(
            Section.SERVICE,
            name,
            List.of(
                Node.branch("protocol", Node.branch(protocol, Node.value("port", lists.get(i)))),
                Node.value("description", PanOsNames.origin(service.ref())),
                Node.members("tag", tag)));
      }
    }
  }

  private static Collection<PolicyService> used(List<Rule> rules) {
    Map<String, PolicyService> used = new LinkedHashMap<>();
    for (Rule rule : rules) {
      for (PolicyService service : rule.services()) {
        if (hasPorts(service)) {
          used.putIfAbsent(service.ref().id(), service);
        }
      }
    }
    return used.values();
  }

  /** Defines the groups among what security rules refer to. */
  void writeGroups(Entries entries, List<PanOsRule> rules, String tag) throws IOException {
    Set<String> used = new HashSet<>();
    rules.forEach(rule -> used.addAll(rule.services()));
    for (Map.Entry<List<String>, String> group : groups.entrySet()) {
      if (used.contains(group.getValue())) {
        entries.entry(
            Section.SERVICE_GROUP,
            group.getValue(),
            List.of(Node.members("members", group.getKey()), Node.members("tag", tag)));
      }
    }
  }
}
