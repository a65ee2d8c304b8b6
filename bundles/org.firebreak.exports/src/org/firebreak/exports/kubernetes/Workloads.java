package org.firebreak.exports.kubernetes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.Slugs;

/** The servers that this platform guards, as pods with namespaces and labels. */
public final class Workloads {
  private static final int NAME_LENGTH = 50;
  private static final String ZONE = "Zone";

  private final CompiledPolicy policy;
  private final KubernetesSettings settings;
  private final Map<String, String> zones;
  private final Map<String, String> groups;
  private final Map<String, String> servers;
  private final Map<Integer, String> tenants = new HashMap<>();
  private final Map<Integer, Workload> byServer = new TreeMap<>();
  private final Map<String, List<Workload>> groupMembers = new HashMap<>();

  public Workloads(ExportRequest request, KubernetesSettings settings) {
    this.policy = request.policy();
    this.settings = settings;
    List<ElementRef> ends = policy.endpoints().stream().map(PolicyEndpoint::ref).toList();
    zones = slugs(ends.stream().filter(end -> end.type().equals(ZONE)).toList());
    groups = slugs(ends.stream().filter(end -> end.type().equals("ServerGroup")).toList());
    servers = slugs(ends.stream().filter(end -> end.type().equals("Server")).toList());
    nameTenants();
    for (RuleSet set : request.ruleSets()) {
      set.servers().forEach(this::add);
    }
  }

  private static Map<String, String> slugs(List<ElementRef> elements) {
    return new Slugs('-', NAME_LENGTH).distinct(elements, ElementRef::id, ElementRef::name);
  }

  private void nameTenants() {
    List<RoutingDomain> domains =
        policy.domains().stream().filter(domain -> !domain.isShared()).toList();
    Map<String, String> names =
        new Slugs('-', 40)
            .distinct(
                domains,
                domain -> domain.tenant().id(),
                domain -> unreserved(domain.name()),
                domain -> domain.place().namesake());
    tenants.put(0, settings.namespace());
    for (RoutingDomain domain : domains) {
      String name = settings.namespacePrefix() + names.get(domain.tenant().id());
      tenants.put(domain.index(), name);
    }
  }

  /** Namespaces that Kubernetes has of its own are nobody's. */
  private String unreserved(String name) {
    String namespace = settings.namespacePrefix() + Slugs.plain(name, '-', 40);
    return namespace.startsWith("kube-")
            || namespace.equals("default")
            || namespace.equals(settings.namespace())
        ? "tenant " + name
        : name;
  }

  private void add(PolicyServer server) {
    SortedMap<String, String> labels = new TreeMap<>();
    PolicyEndpoint own = policy.endpointOf(server);
    labels.put(settings.key("server"), servers.get(own.ref().id()));
    String zone = null;
    for (int i = own.parent(); i >= 0 && zone == null; ) {
      PolicyEndpoint parent = policy.endpoints().get(i);
      String group = groups.get(parent.ref().id());
      if (group != null) {
        labels.put(settings.key("group"), group);
      }
      zone = zones.get(parent.ref().id());
      i = parent.parent();
    }
    if (zone != null) {
      labels.put(settings.key("zone"), zone);
    }
    String namespace = tenants.get(server.domain().index());
    if (settings.byZone() && zone != null) {
      namespace = namespaceOfZone(namespace, zone);
    }
    Workload pod =
        new Workload(
            server,
            namespace,
            labels,
            AddressSet.of(server.addresses().stream().map(AddressRange::of).toList()));
    byServer.put(server.index(), pod);
    groupMembers
        .computeIfAbsent(namespace + "/" + groupOf(pod), name -> new ArrayList<>())
        .add(pod);
  }

  private String groupOf(Workload pod) {
    return pod.labels().getOrDefault(settings.key("group"), "");
  }

  /** The hash keeps {@code a-b}/{@code c} apart from {@code a}/{@code b-c}. */
  private String namespaceOfZone(String tenant, String zone) {
    String name = tenant + "-" + zone;
    return (name.length() > 54 ? name.substring(0, 54).replaceFirst("-+$", "") : name)
        + "-"
        + Slugs.shortHash(tenant + "/" + zone);
  }

  /** Every pod, in the order of the servers. */
  public Collection<Workload> all() {
    return byServer.values();
  }

  /** The pod of a server; {@code null} if this platform does not guard it. */
  public Workload of(PolicyServer server) {
    return byServer.get(server.index());
  }

  /** The pods of a rule set by namespace. */
  public Map<String, List<Workload>> byNamespace(RuleSet set) {
    Map<String, List<Workload>> pods = new TreeMap<>();
    for (PolicyServer server : set.servers()) {
      Workload pod = of(server);
      pods.computeIfAbsent(pod.namespace(), name -> new ArrayList<>()).add(pod);
    }
    return pods;
  }

  /** Name of a tenant's folder, or of that of the shared servers. */
  public String folder(RoutingDomain domain) {
    return tenants.get(domain.index());
  }

  /** The value of the zone label that a zone of the model has. */
  String zone(String id) {
    return zones.get(id);
  }

  /** The value of the group label that a group of the model has. */
  String group(String id) {
    return groups.get(id);
  }

  /**
   * Selectors that together select these pods of one namespace and no others: groups as a whole,
   * groups but for some members, or single servers.
   *
   * @param most most values that a selector may list
   */
  public List<PodSelector> selectors(List<Workload> pods, int most) {
    String groupKey = settings.key("group");
    Map<String, List<Workload>> byGroup = new LinkedHashMap<>();
    for (Workload pod : pods) {
      byGroup.computeIfAbsent(groupOf(pod), name -> new ArrayList<>()).add(pod);
    }
    List<PodSelector> selectors = new ArrayList<>();
    List<String> whole = new ArrayList<>();
    List<String> single = new ArrayList<>();
    byGroup.forEach(
        (group, members) -> {
          int all = groupMembers.get(members.get(0).namespace() + "/" + group).size();
          if (!group.isEmpty() && all == members.size()) {
            whole.add(group);
          } else if (!group.isEmpty() && all - members.size() < Math.min(most, members.size())) {
            selectors.add(allBut(group, members));
          } else {
            members.forEach(pod -> single.add(pod.labels().get(settings.key("server"))));
          }
        });
    List<PodSelector> result = new ArrayList<>();
    addChunks(result, groupKey, whole, most);
    result.addAll(selectors);
    addChunks(result, settings.key("server"), single, most);
    return result;
  }

  private PodSelector allBut(String group, List<Workload> members) {
    Set<Workload> kept = new HashSet<>(members);
    List<String> others =
        groupMembers.get(members.get(0).namespace() + "/" + group).stream()
            .filter(pod -> !kept.contains(pod))
            .map(pod -> pod.labels().get(settings.key("server")))
            .sorted()
            .toList();
    return new PodSelector(
        List.of(
            new PodSelector.Requirement(settings.key("group"), true, List.of(group)),
            new PodSelector.Requirement(settings.key("server"), false, others)));
  }

  /** Selectors of some values of one label, no more than may be listed in each. */
  static void addChunks(List<PodSelector> selectors, String key, List<String> values, int most) {
    List<String> sorted = values.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i += most) {
      selectors.add(PodSelector.in(key, sorted.subList(i, Math.min(sorted.size(), i + most))));
    }
  }
}
