package org.firebreak.rulebase.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.firebreak.core.address.AddressSet;

/** Pods, hosts and sets of networks, by the selectors of Calico. */
final class CalicoEndpoints {
  private static final String GROUP = "projectcalico.org";

  /**
   * Something that selectors select.
   *
   * @param pod {@code null} for a set of networks
   * @param namespace {@code null} if it is in none
   */
  private record Endpoint(
      Pod pod, String namespace, Map<String, String> labels, AddressSet addresses) {}

  private final Inventory inventory;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Map<String, List<Endpoint>> known = new HashMap<>();

  CalicoEndpoints(Inventory inventory, List<ManifestObject> objects) throws UnreadableException {
    this.inventory = inventory;
    for (Pod pod : inventory.all()) {
      Map<String, String> labels = new TreeMap<>(pod.labels());
      if (pod.namespace() != null) {
        labels.put("projectcalico.org/namespace", pod.namespace());
        labels.put("projectcalico.org/orchestrator", "k8s");
      }
      endpoints.add(new Endpoint(pod, pod.namespace(), labels, pod.addresses()));
    }
    for (ManifestObject object : objects) {
      boolean global = object.is(GROUP, "GlobalNetworkSet");
      if (global || object.is(GROUP, "NetworkSet")) {
        List<String> nets = new ArrayList<>();
        object.spec().path("nets").forEach(net -> nets.add(net.asText()));
        endpoints.add(
            new Endpoint(
                null, global ? null : object.namespace(), object.labels(), Namespaces.cidrs(nets)));
      }
    }
  }

  /** Whether no pod and no host is known. */
  boolean isAssumed() {
    return inventory.isAssumed();
  }

  /** The pods and hosts that a policy selects. */
  List<Pod> subjects(String own, String namespaces, String selector) throws UnreadableException {
    return select(own, namespaces, selector).stream()
        .map(Endpoint::pod)
        .filter(pod -> pod != null)
        .toList();
  }

  /** The addresses of what an end of a rule selects. */
  AddressSet addresses(String own, String namespaces, String selector) throws UnreadableException {
    if (inventory.isAssumed()) {
      throw new UnreadableException("the pods that selectors mean are not in the files");
    }
    List<org.firebreak.core.address.AddressRange> ranges = new ArrayList<>();
    select(own, namespaces, selector)
        .forEach(endpoint -> ranges.addAll(endpoint.addresses().ranges()));
    return AddressSet.of(ranges);
  }

  /**
   * What a selector selects.
   *
   * @param own namespace of the policy; {@code null} for a global one
   * @param namespaces selector of namespaces; empty for the own one, or for everything
   */
  private List<Endpoint> select(String own, String namespaces, String selector)
      throws UnreadableException {
    String key = own + "\n" + namespaces + "\n" + selector;
    List<Endpoint> found = known.get(key);
    if (found == null) {
      Predicate<Map<String, String>> labels = CalicoSelector.parse(selector);
      Predicate<String> namespace = namespace(own, namespaces);
      found =
          endpoints.stream()
              .filter(each -> labels.test(each.labels()) && namespace.test(each.namespace()))
              .toList();
      known.put(key, found);
    }
    return found;
  }

  private Predicate<String> namespace(String own, String text) throws UnreadableException {
    if (text.isBlank()) {
      return own == null ? each -> true : own::equals;
    }
    if (text.strip().equals("global()")) {
      return each -> each == null;
    }
    Predicate<Map<String, String>> selector = CalicoSelector.parse(text);
    Map<String, Boolean> decided = new HashMap<>();
    return each ->
        each != null
            && decided.computeIfAbsent(
                each,
                name -> {
                  Map<String, String> labels = new TreeMap<>(inventory.namespaceLabels(name));
                  labels.put("projectcalico.org/name", name);
                  return selector.test(labels);
                });
  }
}
