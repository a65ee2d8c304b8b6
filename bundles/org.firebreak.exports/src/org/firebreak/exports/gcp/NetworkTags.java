package org.firebreak.exports.gcp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.Slugs;
import org.firebreak.exports.cloud.Members;

/**
 * Network tags of instances: one for their class, by which rules are in force, one for the denial
 * of the rest, and one for each endpoint whose members rules let in.
 */
final class NetworkTags {
  private static final int SLUG = 38;
  private static final int AT_INSTANCE = 64;

  private final String prefix;
  private final Map<String, String> classes;
  private final Map<String, String> endpoints = new LinkedHashMap<>();
  private final Map<Integer, List<String>> endpointsAt = new HashMap<>();

  NetworkTags(CompiledPolicy policy, List<RuleSet> sets, String prefix) {
    this.prefix = prefix;
    this.classes = new Slugs('-', SLUG).distinct(sets, RuleSet::id, RuleSet::name);
    Members instances = new Members(policy, sets);
    Map<String, AddressGroup> sources = new LinkedHashMap<>();
    for (RuleSet set : sets) {
      for (Rule rule : set.rules()) {
        if (rule.direction() == Rule.Direction.INBOUND
            && rule.action() == Rule.Action.PERMIT
            && rule.source().element() != null) {
          sources.putIfAbsent(rule.source().element().id(), rule.source());
        }
      }
    }
    Map<String, AddressGroup> tagged = new LinkedHashMap<>();
    sources.forEach(
        (id, source) -> {
          List<PolicyServer> members = instances.of(source);
          if (!members.isEmpty() && members.stream().allMatch(this::takes)) {
            tagged.put(id, source);
            members.forEach(
                server ->
                    endpointsAt
                        .computeIfAbsent(server.index(), index -> new ArrayList<>())
                        .add(id));
          }
        });
    new Slugs('-', SLUG)
        .distinct(tagged.keySet(), id -> id, id -> tagged.get(id).name())
        .forEach((id, slug) -> endpoints.put(id, prefix + "-g-" + slug));
  }

  /** A source tag stands for the primary addresses of an instance alone. */
  private boolean takes(PolicyServer server) {
    long v4 =
        server.addresses().stream()
            .filter(address -> AddressSet.of(AddressRange.of(address)).v6().isEmpty())
            .count();
    return v4 <= 1
        && server.addresses().size() - v4 <= 1
        && endpointsAt.getOrDefault(server.index(), List.of()).size() < AT_INSTANCE - 2;
  }

  /** The tag of all instances for which everything else is denied. */
  String managed() {
    return prefix + "-managed";
  }

  /** The tag of the instances of a class. */
  String of(RuleSet set) {
    return prefix + "-c-" + classes.get(set.id());
  }

  /** The tag that stands for the source of a permit; {@code null} if it is named by addresses. */
  String of(AddressGroup source) {
    return source.element() == null ? null : endpoints.get(source.element().id());
  }

  /** The tags of an instance for the endpoints to which it belongs. */
  List<String> endpoints(PolicyServer server) {
    return endpointsAt.getOrDefault(server.index(), List.of()).stream()
        .map(endpoints::get)
        .toList();
  }
}
