package org.firebreak.exports.kubernetes.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.kubernetes.KubernetesSettings;
import org.firebreak.exports.kubernetes.ManifestFile;
import org.firebreak.exports.kubernetes.Permits;
import org.firebreak.exports.kubernetes.PodSelector;
import org.firebreak.exports.kubernetes.PolicyNames;
import org.firebreak.exports.kubernetes.Services;
import org.firebreak.exports.kubernetes.Workload;
import org.firebreak.exports.kubernetes.Workloads;

/**
 * Writes tripwires as denials of the Admin tier, which no NetworkPolicy overrules. Services that a
 * flow of the rule set permits are left out: NetworkPolicy denies the rest of them.
 */
final class ClusterPolicies {
  private static final int MOST_VALUES = 100;

  private static final int LAST_PRIORITY = 1000;
  private static final int DESCRIPTION_BYTES = 512;

  private final Version version;
  private final int priority;
  private final KubernetesSettings settings;
  private final Workloads workloads;
  private final ClusterRules rules;
  private final RuleDescriptions descriptions;
  private final PolicyNames names;

  ClusterPolicies(
      Version version,
      int priority,
      ExportRequest request,
      KubernetesSettings settings,
      Workloads workloads) {
    this.version = version;
    this.priority = priority;
    this.settings = settings;
    this.workloads = workloads;
    rules = new ClusterRules(version);
    descriptions = new RuleDescriptions(request.policy());
    names = new PolicyNames(request.ruleSets());
  }

  /** Appends the policies of a rule set. */
  void write(ManifestFile file, RuleSet set) throws IOException {
    Map<Rule.Direction, List<ObjectNode>> sections = new EnumMap<>(Rule.Direction.class);
    Map<String, String> notes = new LinkedHashMap<>();
    for (Rule.Direction direction : List.of(Rule.Direction.INBOUND, Rule.Direction.OUTBOUND)) {
      for (Permits.Denial denial : Permits.denials(set.rules(direction))) {
        Rule rule = denial.rule();
        sections
            .computeIfAbsent(direction, key -> new ArrayList<>())
            .addAll(rules.denials(rule, Services.of(denial.services())));
        notes.put(rule.id(), descriptions.of(rule, DESCRIPTION_BYTES));
        file.file().provenance(rule, "firebreak." + names.of(set) + " " + rule.id());
      }
    }
    int number = 1;
    for (Map.Entry<String, List<Workload>> pods : workloads.byNamespace(set).entrySet()) {
      for (PodSelector subject : workloads.selectors(pods.getValue(), MOST_VALUES)) {
        int next = priority;
        for (int from = 0; from < longest(sections); from += version.most()) {
          String name = "firebreak." + names.of(set, number);
          number++;
          ObjectNode object = ManifestFile.object(version.apiVersion(), version.kind(), null, name);
          ManifestFile.mark(object, set, settings);
          ManifestFile.annotate(object, notes, settings);
          ObjectNode spec = object.putObject("spec");
          version.addTier(spec);
          spec.put("priority", Math.min(next++, LAST_PRIORITY));
          spec.set("subject", ClusterRules.pods(List.of(pods.getKey()), subject));
          addRules(spec, sections, from);
          file.add(object);
        }
      }
    }
  }

  private static int longest(Map<Rule.Direction, List<ObjectNode>> sections) {
    return sections.values().stream().mapToInt(List::size).max().orElse(0);
  }

  private void addRules(ObjectNode spec, Map<Rule.Direction, List<ObjectNode>> sections, int from) {
    sections.forEach(
        (direction, list) -> {
          if (from < list.size()) {
            ArrayNode section =
                spec.putArray(direction == Rule.Direction.INBOUND ? "ingress" : "egress");
            list.subList(from, Math.min(list.size(), from + version.most())).forEach(section::add);
          }
        });
  }
}
