package org.firebreak.exports.kubernetes.cilium;

import java.io.IOException;
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
import org.firebreak.exports.kubernetes.PolicyLimitations;
import org.firebreak.exports.kubernetes.UnionPolicies;
import org.firebreak.exports.kubernetes.Workloads;

/**
 * Exports to Cilium.
 *
 * <pre>
 * NAMESPACE/cilium-policies.yaml   policies of the servers of one tenant
 * NAMESPACE/labels.json            labels that their pods carry
 * </pre>
 */
public final class CiliumExporter implements Exporter {
  @Override
  public String id() {
    return "cilium";
  }

  @Override
  public String title() {
    return "Cilium";
  }

  @Override
  public String description() {
    return "CiliumNetworkPolicy for servers that are pods, by their labels, with denials for"
        + " tripwires.";
  }

  @Override
  public List<ExportOption> options() {
    return KubernetesSettings.options();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.HOSTS,
        Capability.STATEFUL,
        Capability.IPV6,
        Capability.EXPLICIT_DENY,
        Capability.ICMP_TYPES);
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
    progress.begin("Cilium", request.ruleSets().size());
    UnionPolicies policies =
        new UnionPolicies(new CiliumDialect(workloads), request, settings, workloads, limitations);
    for (Map.Entry<RoutingDomain, List<RuleSet>> domain :
        KubernetesExporter.byDomain(request).entrySet()) {
      String folder = workloads.folder(domain.getKey());
      try (ManifestFile file =
          ManifestFile.open(
              sink,
              folder + "/cilium-policies.yaml",
              "CiliumNetworkPolicy",
              domain.getKey(),
              request)) {
        policies.write(file, domain.getValue(), progress);
      }
      LabelsFile.write(sink, folder + "/labels.json", domain.getValue(), workloads);
    }
    if (!request.ruleSets().isEmpty()) {
      limitations.whole(
          Limitation.Effect.ASSUMPTION,
          "Cilium is of version 1.16 or later, as older ones ignore port ranges (endPort), and"
              + " sctp.enabled is set where flows name SCTP. A pod's own node can always reach it,"
              + " for instance with health checks. Servers that rules name by address are not nodes"
              + " of the cluster: CIDRs do not match nodes");
    }
    if (settings.clusterDns()) {
      limitations.option(
          "cluster-dns",
          "Every pod may ask the DNS of the cluster, as the option cluster-dns says");
    }
  }
}
