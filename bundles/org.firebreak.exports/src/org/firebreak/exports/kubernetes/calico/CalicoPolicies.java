package org.firebreak.exports.kubernetes.calico;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.RuleDescriptions;
import org.firebreak.exports.kubernetes.ManifestFile;
import org.firebreak.exports.kubernetes.PodSelector;
import org.firebreak.exports.kubernetes.PolicyNames;
import org.firebreak.exports.kubernetes.Workload;
import org.firebreak.exports.kubernetes.Workloads;

/** Writes rule sets as GlobalNetworkPolicy objects of one tier, in their order. */
final class CalicoPolicies {
  static final String API = "projectcalico.org/v3";

  private static final int DESCRIPTION_BYTES = 512;
  private static final int MOST_RULES = 1024;

  /** Characters of JSON of the rules of one direction; etcd stores 1.5 MiB in all. */
  private static final int MOST_SIZE = 600_000;

  private static final int DNS_ORDER = 50;
  private static final int FIRST_ORDER = 100;
  private static final int LAST_ORDER = 100_000;

  private final CalicoSettings settings;
  private final Workloads workloads;
  private final CalicoRules rules;
  private final CalicoSelectors selectors;
  private final RuleDescriptions descriptions;
  private final PolicyNames names;

  CalicoPolicies(
      ExportRequest request, CalicoSettings settings, Workloads workloads, CalicoRules rules) {
    this.settings = settings;
    this.workloads = workloads;
    this.rules = rules;
    selectors = new CalicoSelectors(settings);
    descriptions = new RuleDescriptions(request.policy());
    names = new PolicyNames(request.ruleSets());
  }

  void write(ManifestFile file, List<RuleSet> sets, Progress progress) throws IOException {
    TreeSet<String> namespaces = new TreeSet<>();
    sets.forEach(set -> namespaces.addAll(workloads.byNamespace(set).keySet()));
    for (String namespace : namespaces) {
      file.add(isolation(namespace));
      if (settings.cluster().clusterDns()) {
        file.add(dns(namespace));
      }
    }
    for (RuleSet set : sets) {
      progress.check();
      write(file, set);
      progress.worked(1);
    }
  }

  /** A policy of the tier; the dots keep names apart from those of rule sets. */
  private ObjectNode policy(String name, int order, String selector, String... types) {
    ObjectNode object =
        ManifestFile.object(API, "GlobalNetworkPolicy", null, settings.tier() + "." + name);
    ObjectNode spec = object.putObject("spec");
    spec.put("tier", settings.tier());
    spec.put("order", order);
    spec.put("selector", selector);
    ArrayNode list = spec.putArray("types");
    for (String type : types) {
      list.add(type);
    }
    return object;
  }

  private PodSelector all() {
    return settings.cluster().wholeNamespace() && !settings.hosts()
        ? PodSelector.ALL
        : PodSelector.in(settings.cluster().key("server"), List.of());
  }

  /** What no rule set selects in a namespace is logged and denied. */
  private ObjectNode isolation(String namespace) {
    ObjectNode object =
        policy(
            "default-deny." + namespace,
            LAST_ORDER,
            selectors.of(namespace, all()),
            "Ingress",
            "Egress");
    for (String section : List.of("ingress", "egress")) {
      ArrayNode list = ((ObjectNode) object.get("spec")).putArray(section);
      list.addObject().put("action", "Log");
      list.addObject().put("action", "Deny");
    }
    return object;
  }

  private ObjectNode dns(String namespace) {
    ObjectNode object =
        policy("cluster-dns." + namespace, DNS_ORDER, selectors.of(namespace, all()), "Egress");
    ArrayNode list = ((ObjectNode) object.get("spec")).putArray("egress");
    for (String protocol : List.of("UDP", "TCP")) {
      ObjectNode entry = list.addObject().put("action", "Allow").put("protocol", protocol);
      ObjectNode destination = entry.putObject("destination");
      destination.put(
          "selector", "projectcalico.org/namespace == 'kube-system' && k8s-app == 'kube-dns'");
      destination.putArray("ports").add(53);
    }
    return object;
  }

  private void write(ManifestFile file, RuleSet set) throws IOException {
    Map<Rule.Direction, List<ObjectNode>> sections = new EnumMap<>(Rule.Direction.class);
    Map<Rule.Direction, Integer> denials = new EnumMap<>(Rule.Direction.class);
    Map<String, String> notes = new LinkedHashMap<>();
    for (Rule rule : set.rules()) {
      List<ObjectNode> list = sections.computeIfAbsent(rule.direction(), key -> new ArrayList<>());
      String place = section(rule.direction()) + "[" + list.size() + "]";
      if (rule.action() == Rule.Action.DENY) {
        denials.putIfAbsent(rule.direction(), list.size());
      }
      list.addAll(rules.of(set, rule));
      notes.put(rule.id(), place + ": " + descriptions.of(rule, DESCRIPTION_BYTES));
      file.file().provenance(rule, settings.tier() + "." + names.of(set) + " " + place);
    }
    List<Map<Rule.Direction, List<ObjectNode>>> parts = parts(sections, denials);
    int number = 1;
    for (Map.Entry<String, List<Workload>> pods : workloads.byNamespace(set).entrySet()) {
      for (PodSelector subject :
          workloads.selectors(pods.getValue(), CalicoSelectors.MOST_VALUES)) {
        String selector = selectors.of(pods.getKey(), subject);
        int order = FIRST_ORDER;
        for (Map<Rule.Direction, List<ObjectNode>> part : parts) {
          String name = names.of(set, number);
          number++;
          ObjectNode object = policy(name, order++, selector, "Ingress", "Egress");
          ManifestFile.mark(object, set, settings.cluster());
          ManifestFile.annotate(object, notes, settings.cluster());
          part.forEach(
              (direction, list) ->
                  ((ObjectNode) object.get("spec")).putArray(section(direction)).addAll(list));
          file.add(object);
        }
      }
    }
  }

  /**
   * The rules of each policy of a rule set. Where one cannot hold them all, permits stand alone and
   * the first denial begins a policy with what comes after it: so no permit loses the denials
   * before it when policies change one after the other.
   */
  private static List<Map<Rule.Direction, List<ObjectNode>>> parts(
      Map<Rule.Direction, List<ObjectNode>> sections, Map<Rule.Direction, Integer> denials) {
    List<Map<Rule.Direction, List<ObjectNode>>> parts = new ArrayList<>();
    if (sections.values().stream().allMatch(list -> chunks(list).size() <= 1)) {
      addParts(sections, parts);
      return parts;
    }
    Map<Rule.Direction, List<ObjectNode>> permits = new EnumMap<>(Rule.Direction.class);
    Map<Rule.Direction, List<ObjectNode>> rest = new EnumMap<>(Rule.Direction.class);
    sections.forEach(
        (direction, list) -> {
          int first = denials.getOrDefault(direction, list.size());
          permits.put(direction, list.subList(0, first));
          rest.put(direction, list.subList(first, list.size()));
        });
    addParts(permits, parts);
    addParts(rest, parts);
    return parts;
  }

  private static void addParts(
      Map<Rule.Direction, List<ObjectNode>> sections,
      List<Map<Rule.Direction, List<ObjectNode>>> parts) {
    int before = parts.size();
    sections.forEach(
        (direction, list) -> {
          List<List<ObjectNode>> chunks = chunks(list);
          for (int i = 0; i < chunks.size(); i++) {
            if (parts.size() == before + i) {
              parts.add(new EnumMap<>(Rule.Direction.class));
            }
            parts.get(before + i).put(direction, chunks.get(i));
          }
        });
  }

  /** Rules in their order, as many together as an object may hold. */
  private static List<List<ObjectNode>> chunks(List<ObjectNode> rules) {
    List<List<ObjectNode>> chunks = new ArrayList<>();
    int size = MOST_SIZE;
    for (ObjectNode rule : rules) {
      int length = rule.toString().length();
      if (size + length > MOST_SIZE || chunks.get(chunks.size() - 1).size() == MOST_RULES) {
        chunks.add(new ArrayList<>());
        size = 0;
      }
      chunks.get(chunks.size() - 1).add(rule);
      size += length;
    }
    return chunks;
  }

  private static String section(Rule.Direction direction) {
    return direction == Rule.Direction.INBOUND ? "ingress" : "egress";
  }
}
