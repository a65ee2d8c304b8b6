package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.changes.ChangeSteps;
import org.firebreak.exports.kubernetes.StoredCluster.Role;

/** The steps from one state of a cluster to another; {@link ManifestChanges} says why these. */
final class ClusterChange {
  private static final String HEAD =
      "Before each step, wait until all nodes have carried out the one before. Scripts label"
          + " pods that run; give the templates of their workloads the same labels before, so"
          + " that pods which start meanwhile carry them too.";
  private static final String TWO_APIS =
      " The policies move to another version of their API: this is safe where the cluster knows and"
          + " enforces both AdminNetworkPolicy and ClusterNetworkPolicy until the last step; where"
          + " it does not, export without the previous bundle.";
  private static final String APPLY = "kubectl apply --server-side -f ";

  private final StoredCluster before;
  private final StoredCluster after;
  private final ExportSink sink;
  private final ChangeSteps steps;
  private int number;

  /** Pods and hosts with labels that they do not have in both states. */
  private final List<JsonNode> movedPods = new ArrayList<>();

  private final List<JsonNode> newPods = new ArrayList<>();
  private final List<JsonNode> oldPods = new ArrayList<>();
  private final List<JsonNode> movedHosts = new ArrayList<>();
  private final List<JsonNode> newHosts = new ArrayList<>();

  private final List<JsonNode> apply = new ArrayList<>();
  private final List<JsonNode> delete;

  ClusterChange(StoredCluster before, StoredCluster after, ExportSink sink) {
    this.before = before;
    this.after = after;
    this.sink = sink;
    steps = new ChangeSteps(isBetweenApis(before, after) ? HEAD + TWO_APIS : HEAD);
    delete = before.without(after);
    after.objects().forEach(this::sortObject);
    after.pods().forEach(this::sortPod);
    before
        .pods()
        .forEach(
            (server, pod) -> {
              if (!isAt(after.pods().get(server), pod)) {
                oldPods.add(pod);
              }
            });
  }

  private static boolean isBetweenApis(StoredCluster before, StoredCluster after) {
    String admin = "AdminNetworkPolicy";
    String cluster = "ClusterNetworkPolicy";
    return before.has(admin) && after.has(cluster) || before.has(cluster) && after.has(admin);
  }

  private void sortObject(String key, JsonNode object) {
    JsonNode old = before.objects().get(key);
    if (object.equals(old)) {
      return;
    }
    if (Role.of(object) != Role.HOST) {
      apply.add(object);
    } else if (old == null) {
      newHosts.add(object);
    } else if (labels(old).equals(labels(object))) {
      apply.add(object);
    } else {
      movedHosts.add(object);
    }
  }

  private void sortPod(String server, JsonNode pod) {
    JsonNode old = before.pods().get(server);
    if (!isAt(old, pod)) {
      newPods.add(pod);
    } else if (!Labels.of(old).equals(Labels.of(pod))) {
      movedPods.add(pod);
    }
  }

  /** Whether there is a pod in the namespace of the other: it cannot move to another one. */
  private static boolean isAt(JsonNode pod, JsonNode other) {
    return pod != null && pod.path("namespace").equals(other.path("namespace"));
  }

  private static Map<String, String> labels(JsonNode object) {
    return Labels.of(object.path("metadata"));
  }

  void write() throws IOException {
    Map<String, JsonNode> now = new HashMap<>(before.pods());
    if (!isOneLabelling() && !after.objects().isEmpty()) {
      closePods(now);
      closeHosts();
    }
    boolean first = before.objects().isEmpty();
    if (first) {
      labelPods(now);
    }
    objects("apply", "Apply new and changed objects", apply);
    delete(
        "Delete permits and denials that are no more",
        delete.stream().filter(each -> Role.of(each) == Role.RULE_SET).toList());
    if (!first) {
      labelPods(now);
    }
    List<JsonNode> hosts = new ArrayList<>(movedHosts);
    hosts.addAll(newHosts);
    objects("labels", "Give hosts their labels", hosts);
    delete(
        "Delete what isolated where nothing is any more",
        delete.stream().filter(each -> Role.of(each) != Role.RULE_SET).toList());
    steps.write(sink);
  }

  /** Whether a single pod or host changes and nothing else, which is done at once. */
  private boolean isOneLabelling() {
    int labelled = movedPods.size() + newPods.size() + oldPods.size();
    return apply.isEmpty()
        && delete.isEmpty()
        && labelled + movedHosts.size() + newHosts.size() == 1;
  }

  private void closePods(Map<String, JsonNode> now) throws IOException {
    List<JsonNode> closed = new ArrayList<>();
    before
        .pods()
        .forEach(
            (server, pod) -> {
              JsonNode next = after.pods().get(server);
              Map<String, String> later = next == null ? Map.of() : Labels.of(next);
              if (!isAt(next, pod) || !later.equals(Labels.of(pod))) {
                closed.add(Labels.with(pod, Labels.closed(Labels.of(pod), later)));
              }
            });
    if (!closed.isEmpty()) {
      String path = ++number + "-close";
      PodLabels.write(sink, path, now, closed, List.of());
      step(
          "close",
          path + ".json",
          "Close pods that get other labels: sh " + path + ".sh",
          List.of(),
          closed,
          List.of());
      closed.forEach(pod -> now.put(pod.path("server").asText(), pod));
    }
  }

  private void closeHosts() throws IOException {
    List<JsonNode> closed = new ArrayList<>();
    before
        .objects()
        .forEach(
            (key, host) -> {
              JsonNode next = after.objects().get(key);
              if (Role.of(host) == Role.HOST
                  && (next == null || !labels(next).equals(labels(host)))) {
                Map<String, String> later = next == null ? Map.of() : labels(next);
                closed.add(Labels.with(host, Labels.closed(labels(host), later)));
              }
            });
    objects("close", "Close hosts that get other labels", closed);
  }

  private void labelPods(Map<String, JsonNode> now) throws IOException {
    List<JsonNode> changed = new ArrayList<>(movedPods);
    changed.addAll(newPods);
    List<JsonNode> removed =
        oldPods.stream().map(pod -> now.get(pod.path("server").asText())).toList();
    if (!changed.isEmpty() || !removed.isEmpty()) {
      String path = ++number + "-labels";
      PodLabels.write(sink, path, now, changed, removed);
      step(
          "label",
          path + ".json",
          "Give pods their labels: sh " + path + ".sh",
          newPods,
          movedPods,
          removed);
    }
  }

  private void objects(String action, String what, List<JsonNode> objects) throws IOException {
    if (!objects.isEmpty()) {
      String path = file(action, objects);
      Map<Boolean, List<JsonNode>> known =
          objects.stream()
              .collect(
                  Collectors.partitioningBy(
                      each -> before.objects().containsKey(StoredCluster.key(each))));
      step(action, path, what + ": " + APPLY + path, known.get(false), known.get(true), List.of());
    }
  }

  private void delete(String what, List<JsonNode> objects) throws IOException {
    if (!objects.isEmpty()) {
      String path = file("delete", objects.stream().map(ClusterChange::named).toList());
      step("delete", path, what + ": kubectl delete -f " + path, List.of(), List.of(), objects);
    }
  }

  private String file(String action, List<JsonNode> objects) throws IOException {
    String path = ++number + "-" + action + ".yaml";
    try (ManifestFile file = ManifestFile.open(sink, path, "Objects of this step")) {
      for (JsonNode object : objects) {
        file.add(object);
      }
    }
    return path;
  }

  private void step(
      String action,
      String file,
      String what,
      List<JsonNode> added,
      List<JsonNode> changed,
      List<JsonNode> removed) {
    steps.add(
        new ChangeSteps.Step(action, file, what, names(added), names(changed), names(removed)));
  }

  private static List<String> names(List<JsonNode> nodes) {
    return nodes.stream().map(StoredCluster::name).toList();
  }

  /** What is enough to delete an object. */
  private static JsonNode named(JsonNode object) {
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    named.set("apiVersion", object.get("apiVersion"));
    named.set("kind", object.get("kind"));
    ObjectNode metadata = named.putObject("metadata");
    metadata.set("name", object.path("metadata").path("name"));
    if (object.path("metadata").has("namespace")) {
      metadata.set("namespace", object.path("metadata").path("namespace"));
    }
    return named;
  }
}
