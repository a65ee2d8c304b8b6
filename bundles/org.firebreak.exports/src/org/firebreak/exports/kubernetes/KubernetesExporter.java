package org.firebreak.exports.kubernetes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.Capability;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.Limitation;

/**
 * Exports to NetworkPolicy of Kubernetes.
 *
 * <pre>
 * NAMESPACE/network-policies.yaml   policies of the servers of one tenant
 * NAMESPACE/labels.json             labels that their pods carry
 * </pre>
 */
public final class KubernetesExporter implements Exporter {
  @Override
  public String id() {
    return "kubernetes";
  }

  @Override
  public String title() {
    return "Kubernetes NetworkPolicy";
  }

  @Override
  public String description() {
    return "NetworkPolicy of Kubernetes for servers that are pods, by their labels: whatever no"
        + " policy permits is denied.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("k8s", "networkpolicy");
  }

  @Override
  public List<ExportOption> options() {
    return KubernetesSettings.options();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.HOSTS, Capability.STATEFUL, Capability.IPV6);
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new ManifestChanges());
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    KubernetesSettings settings = KubernetesSettings.of(request.options());
    Workloads workloads = new Workloads(request, settings);
    PolicyLimitations limitations = new PolicyLimitations(sink, title());
    progress.begin("Kubernetes", request.ruleSets().size());
    UnionPolicies policies =
        new UnionPolicies(new NetworkPolicyNodes(), request, settings, workloads, limitations);
    for (Map.Entry<RoutingDomain, List<RuleSet>> domain : byDomain(request).entrySet()) {
      String folder = workloads.folder(domain.getKey());
      try (ManifestFile file =
          ManifestFile.open(
              sink,
              folder + "/network-policies.yaml",
              "NetworkPolicy of Kubernetes",
              domain.getKey(),
              request)) {
        policies.write(file, domain.getValue(), progress);
      }
      LabelsFile.write(sink, folder + "/labels.json", domain.getValue(), workloads);
    }
    if (!request.ruleSets().isEmpty()) {
      limitations.whole(
          Limitation.Effect.ASSUMPTION,
          "The network plugin of the cluster enforces NetworkPolicy, port ranges (endPort)"
              + " included; a pod's own node can always reach it, for instance with health checks."
              + " Whether ICMP and protocols other than TCP, UDP and SCTP are denied depends on the"
              + " plugin");
    }
    if (settings.clusterDns()) {
      limitations.option(
          "cluster-dns",
          "Every pod may ask the DNS of the cluster, as the option cluster-dns says");
    }
  }

  /** The rule sets of each routing domain, which have files of their own. */
  public static Map<RoutingDomain, List<RuleSet>> byDomain(ExportRequest request) {
    Map<RoutingDomain, List<RuleSet>> domains = new LinkedHashMap<>();
    for (RuleSet set : request.ruleSets()) {
      domains.computeIfAbsent(set.domain(), key -> new ArrayList<>()).add(set);
    }
    return domains;
  }
}
