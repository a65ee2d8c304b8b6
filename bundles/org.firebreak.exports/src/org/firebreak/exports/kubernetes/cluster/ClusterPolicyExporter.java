package org.firebreak.exports.kubernetes.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.firebreak.exports.kubernetes.KubernetesExporter;
import org.firebreak.exports.kubernetes.KubernetesSettings;
import org.firebreak.exports.kubernetes.LabelsFile;
import org.firebreak.exports.kubernetes.ManifestChanges;
import org.firebreak.exports.kubernetes.ManifestFile;
import org.firebreak.exports.kubernetes.NetworkPolicyNodes;
import org.firebreak.exports.kubernetes.PolicyLimitations;
import org.firebreak.exports.kubernetes.UnionPolicies;
import org.firebreak.exports.kubernetes.Workloads;

/**
 * Exports to the cluster-wide policy API together with NetworkPolicy.
 *
 * <pre>
 * NAMESPACE/cluster-policies.yaml   denials of the Admin tier, which nothing overrules
 * NAMESPACE/network-policies.yaml   isolation, and what flows permit
 * NAMESPACE/labels.json             labels that the pods carry
 * </pre>
 */
public final class ClusterPolicyExporter implements Exporter {
  @Override
  public String id() {
    return "cluster-network-policy";
  }

  @Override
  public String title() {
    return "ClusterNetworkPolicy";
  }

  @Override
  public String description() {
    return "ClusterNetworkPolicy or AdminNetworkPolicy of Kubernetes for tripwires, with"
        + " NetworkPolicy for flows.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("adminnetworkpolicy", "admin-network-policy");
  }

  @Override
  public List<ExportOption> options() {
    List<ExportOption> options = new ArrayList<>(KubernetesSettings.options());
    options.add(
        ExportOption.choice(
            "api",
            "Version of the API",
            "cluster",
            List.of("cluster", "admin"),
            "ClusterNetworkPolicy of release v0.2.0, or AdminNetworkPolicy of v0.1.7, whichever the"
                + " cluster has."));
    options.add(
        ExportOption.integer(
            "priority",
            "Priority",
            100,
            0,
            900,
            "Priority of the policies in the Admin tier; lower ones are asked before. One number"
                + " more for each further object of a rule set."));
    return List.copyOf(options);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.HOSTS, Capability.STATEFUL, Capability.IPV6, Capability.EXPLICIT_DENY);
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new ManifestChanges());
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    KubernetesSettings settings = KubernetesSettings.of(request.options());
    Version version =
        request.options().text("api").equals("admin") ? Version.ADMIN : Version.CLUSTER;
    Workloads workloads = new Workloads(request, settings);
    PolicyLimitations limitations = new PolicyLimitations(sink, title());
    progress.begin("ClusterNetworkPolicy", request.ruleSets().size());
    UnionPolicies flows =
        new UnionPolicies(new NetworkPolicyNodes(), request, settings, workloads, limitations);
    ClusterPolicies tripwires =
        new ClusterPolicies(
            version, request.options().integer("priority"), request, settings, workloads);
    for (Map.Entry<RoutingDomain, List<RuleSet>> domain :
        KubernetesExporter.byDomain(request).entrySet()) {
      String folder = workloads.folder(domain.getKey());
      try (ManifestFile file =
          ManifestFile.open(
              sink, folder + "/cluster-policies.yaml", version.kind(), domain.getKey(), request)) {
        for (RuleSet set : domain.getValue()) {
          tripwires.write(file, set);
        }
      }
      try (ManifestFile file =
          ManifestFile.open(
              sink,
              folder + "/network-policies.yaml",
              "NetworkPolicy of Kubernetes",
              domain.getKey(),
              request)) {
        flows.write(file, domain.getValue(), progress);
      }
      LabelsFile.write(sink, folder + "/labels.json", domain.getValue(), workloads);
    }
    if (!request.ruleSets().isEmpty()) {
      limitations.whole(
          Limitation.Effect.ASSUMPTION,
          "The network plugin of the cluster enforces "
              + version.kind()
              + " and NetworkPolicy, port ranges (endPort) included, and no other policy of the"
              + " Admin tier permits what these deny; a pod's own node can always reach it. Whether"
              + " ICMP and protocols other than TCP, UDP and SCTP are denied depends on the"
              + " plugin");
    }
    if (settings.clusterDns()) {
      limitations.option(
          "cluster-dns",
          "Every pod may ask the DNS of the cluster, as the option cluster-dns says");
    }
  }
}
