package org.firebreak.rulebase.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.rulebase.HostAddresses;

/**
 * The pods that policies select: those of labels files of Firebreak, and objects of kind Pod in the
 * files, or else the objects that make pods from templates. If there are none, each selector of a
 * policy stands for pods of its own, named {@code namespace/selector}, whose addresses the caller
 * may know.
 */
final class Inventory {
  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  /** Kinds of objects that make pods from a template. */
  private static final Set<String> TEMPLATES =
      Set.of(
          "apps/Deployment",
          "apps/StatefulSet",
          "apps/DaemonSet",
          "apps/ReplicaSet",
          "batch/Job",
          "batch/CronJob",
          "/ReplicationController");

  private final HostAddresses hosts;
  private final Map<String, Pod> pods = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> namespaces = new HashMap<>();
  private final Map<String, List<Pod>> byLabel = new HashMap<>();
  private final Map<String, List<Pod>> byNamespace = new HashMap<>();
  private boolean assumed;

  private Inventory(HostAddresses hosts) {
    this.hosts = hosts;
  }

  static Inventory of(List<ManifestObject> objects, HostAddresses hosts) {
    Inventory inventory = new Inventory(hosts);
    for (ManifestObject object : objects) {
      if (object.is("", "Namespace")) {
        inventory.namespaces.put(object.name(), object.labels());
      }
    }
    for (ManifestObject object : objects) {
      if (object.node().has("firebreakLabels")) {
        object.node().path("workloads").forEach(inventory::addWorkload);
      } else if (object.is("", "Pod")) {
        inventory.addPod(object);
      } else if (object.is("projectcalico.org", "HostEndpoint")) {
        inventory.addHost(object);
      }
    }
    List<Pod> running = List.copyOf(inventory.pods.values());
    for (ManifestObject object : objects) {
      if (TEMPLATES.contains(object.group() + "/" + object.kind())) {
        inventory.addTemplate(object, running);
      }
    }
    inventory.assumed = inventory.pods.isEmpty();
    return inventory;
  }

  private void addWorkload(JsonNode node) {
    String id = node.path("server").asText();
    JsonNode namespace = node.path("namespace");
    add(
        new Pod(
            id,
            namespace.isTextual() ? namespace.asText() : null,
            ManifestObject.texts(node.path("labels")),
            hosts.named(id),
            false));
  }

  /** Objects that make pods stand for them where the pods themselves are not in the files. */
  private void addTemplate(ManifestObject object, List<Pod> running) {
    JsonNode template = object.spec().path("template");
    if (object.kind().equals("CronJob")) {
      template = object.spec().path("jobTemplate").path("spec").path("template");
    }
    Map<String, String> labels = ManifestObject.texts(template.path("metadata").path("labels"));
    boolean known =
        object.node().path("metadata").has("ownerReferences")
            || running.stream()
                .filter(pod -> object.namespace().equals(pod.namespace()))
                .anyMatch(pod -> pod.labels().entrySet().containsAll(labels.entrySet()));
    if (!known && !template.path("spec").path("hostNetwork").asBoolean()) {
      String id = object.namespace() + "/" + object.name();
      add(new Pod(id, object.namespace(), labels, hosts.named(id), false));
    }
  }

  private void addPod(ManifestObject object) {
    if (object.spec().path("hostNetwork").asBoolean()) {
      return;
    }
    String id = object.namespace() + "/" + object.name();
    List<AddressRange> addresses = new ArrayList<>(hosts.of(id).ranges());
    JsonNode status = object.node().path("status");
    addAddress(status.path("podIP"), addresses);
    status.path("podIPs").forEach(each -> addAddress(each.path("ip"), addresses));
    AddressSet known = addresses.isEmpty() ? hosts.named(id) : AddressSet.of(addresses);
    add(new Pod(id, object.namespace(), object.labels(), known, false));
  }

  private void addHost(ManifestObject object) {
    List<AddressRange> addresses = new ArrayList<>();
    object.spec().path("expectedIPs").forEach(each -> addAddress(each, addresses));
    String id =
        ManifestObject.texts(object.node().path("metadata").path("annotations")).entrySet().stream()
            .filter(note -> note.getKey().endsWith("/server-id"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(object.name());
    add(new Pod(id, null, object.labels(), AddressSet.of(addresses), false));
  }

  private static void addAddress(JsonNode text, List<AddressRange> addresses) {
    if (text.isTextual()) {
      try {
        addresses.add(AddressRange.parse(text.asText()));
      } catch (IllegalArgumentException e) {
        // A pod that has no address yet has a text of another kind here, or none.
        return;
      }
    }
  }

  private void add(Pod pod) {
    if (pods.putIfAbsent(pod.id(), pod) == null) {
      byNamespace.computeIfAbsent(pod.namespace(), key -> new ArrayList<>()).add(pod);
      pod.labels()
          .forEach(
              (key, value) ->
                  byLabel.computeIfAbsent(key + "=" + value, label -> new ArrayList<>()).add(pod));
    }
  }

  /** Every pod and host. */
  Collection<Pod> all() {
    return pods.values();
  }

  /** Labels of a namespace, its name among them. */
  Map<String, String> namespaceLabels(String namespace) {
    Map<String, String> labels = new TreeMap<>(namespaces.getOrDefault(namespace, Map.of()));
    labels.put(NAMESPACE_NAME, namespace);
    return labels;
  }

  /** Whether the labels of a namespace are known beyond its name. */
  boolean knows(String namespace) {
    return namespaces.containsKey(namespace);
  }

  /** Whether no pod is known and selectors stand for pods. */
  boolean isAssumed() {
    return assumed;
  }

  /** Notes the pods that a selector speaks of, if no others are known. */
  void assume(String namespace, LabelSelector selector) {
    if (assumed) {
      String id = namespace + "/" + selector;
      add(new Pod(id, namespace, selector.certainLabels(), hosts.named(id), true));
    }
  }

  /** The pods of some namespaces that a selector selects; hosts are not pods. */
  List<Pod> select(Predicate<String> inNamespace, LabelSelector selector) {
    Map<String, Boolean> known = new HashMap<>();
    return candidates(selector).stream()
        .filter(pod -> pod.namespace() != null)
        .filter(pod -> known.computeIfAbsent(pod.namespace(), inNamespace::test))
        .filter(
            pod ->
                selector.selects(pod.labels())
                    || pod.assumed() && pod.id().equals(pod.namespace() + "/" + selector))
        .toList();
  }

  /** The pods of one namespace that a selector selects. */
  List<Pod> select(String namespace, LabelSelector selector) {
    return selector.requirements().isEmpty()
        ? byNamespace.getOrDefault(namespace, List.of())
        : select(namespace::equals, selector);
  }

  private Collection<Pod> candidates(LabelSelector selector) {
    if (!assumed) {
      for (LabelSelector.Requirement requirement : selector.requirements()) {
        if (requirement.operator() == LabelSelector.Operator.IN) {
          return withAnyOf(requirement);
        }
      }
    }
    return pods.values();
  }

  private List<Pod> withAnyOf(LabelSelector.Requirement requirement) {
    List<Pod> found = new ArrayList<>();
    for (String value : requirement.values()) {
      found.addAll(byLabel.getOrDefault(requirement.key() + "=" + value, List.of()));
    }
    return found;
  }

  /** All addresses of some pods. */
  static AddressSet addresses(Collection<Pod> pods) {
    List<AddressRange> ranges = new ArrayList<>();
    pods.forEach(pod -> ranges.addAll(pod.addresses().ranges()));
    return AddressSet.of(ranges);
  }
}
