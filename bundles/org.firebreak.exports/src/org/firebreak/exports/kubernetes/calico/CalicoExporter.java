package org.firebreak.exports.kubernetes.calico;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.firebreak.exports.kubernetes.LabelsFile;
import org.firebreak.exports.kubernetes.ManifestChanges;
import org.firebreak.exports.kubernetes.ManifestFile;
import org.firebreak.exports.kubernetes.PeerTable;
import org.firebreak.exports.kubernetes.PolicyLimitations;
import org.firebreak.exports.kubernetes.Workloads;

/**
 * Exports to Calico.
 *
 * <pre>
 * tier.yaml                        the tier that holds all policies
 * NAMESPACE/calico-policies.yaml   policies of the servers of one tenant
 * NAMESPACE/labels.json            labels that their pods carry, or
 * NAMESPACE/host-endpoints.yaml    the endpoints of servers that are hosts
 * </pre>
 */
public final class CalicoExporter implements Exporter {
  @Override
  public String id() {
    return "calico";
  }

  @Override
  public String title() {
    return "Calico";
  }

  @Override
  public String description() {
    return "Ordered policies of Calico with denials and log entries, for pods by their labels or"
        + " for hosts.";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("project calico");
  }

  @Override
  public List<ExportOption> options() {
    return CalicoSettings.options();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.HOSTS,
        Capability.STATEFUL,
        Capability.IPV6,
        Capability.EXPLICIT_DENY,
        Capability.LOG,
        Capability.ICMP_TYPES,
        Capability.OTHER_PROTOCOLS);
  }

  @Override
  public Optional<ChangeWriter> changes() {
    return Optional.of(new ManifestChanges());
  }

  @Override
  public void export(ExportRequest request, ExportSink sink, Progress progress) throws IOException {
    CalicoSettings settings = CalicoSettings.of(request.options());
    Workloads workloads = new Workloads(request, settings.cluster());
    PolicyLimitations limitations = new PolicyLimitations(sink, title());
    PeerTable peers =
        new PeerTable(request.policy(), settings.cluster(), workloads, CalicoSelectors.MOST_VALUES);
    CalicoRules rules = new CalicoRules(settings, peers, limitations);
    CalicoPolicies policies = new CalicoPolicies(request, settings, workloads, rules);
    progress.begin("Calico", request.ruleSets().size());
    if (!request.ruleSets().isEmpty()) {
      writeTier(sink, request, settings);
      assume(settings, limitations);
    }
    for (Map.Entry<RoutingDomain, List<RuleSet>> domain :
        KubernetesExporter.byDomain(request).entrySet()) {
      String folder = workloads.folder(domain.getKey());
      try (ManifestFile file =
          ManifestFile.open(
              sink,
              folder + "/calico-policies.yaml",
              "Policies of Calico",
              domain.getKey(),
              request)) {
        policies.write(file, domain.getValue(), progress);
      }
      for (RuleSet set : domain.getValue()) {
        limitations.reduced(set, true, "collect the log entries and alert on them");
      }
      if (settings.hosts()) {
        try (ManifestFile file =
            ManifestFile.open(
                sink,
                folder + "/host-endpoints.yaml",
                "Endpoints of hosts for Calico",
                domain.getKey(),
                request)) {
          HostEndpoints.write(file, domain.getValue(), workloads, settings);
        }
      } else {
        LabelsFile.write(sink, folder + "/labels.json", domain.getValue(), workloads);
      }
    }
    if (settings.cluster().clusterDns()) {
      limitations.option(
          "cluster-dns",
          "Every pod may ask the DNS of the cluster, as the option cluster-dns says");
    }
  }

  private static void writeTier(ExportSink sink, ExportRequest request, CalicoSettings settings)
      throws IOException {
    try (ManifestFile file =
        ManifestFile.open(sink, "tier.yaml", "Tier of Calico", null, request)) {
      ObjectNode tier = ManifestFile.object(CalicoPolicies.API, "Tier", null, settings.tier());
      ObjectNode spec = tier.putObject("spec");
      spec.put("order", settings.tierOrder());
      spec.put("defaultAction", "Deny");
      file.add(tier);
    }
  }

  private static void assume(CalicoSettings settings, PolicyLimitations limitations) {
    limitations.whole(
        Limitation.Effect.ASSUMPTION,
        "No tier that comes before this one (order below "
            + settings.tierOrder()
            + ") permits or denies traffic of these servers");
    if (settings.hosts()) {
      limitations.whole(
          Limitation.Effect.ASSUMPTION,
          "Felix keeps its failsafe ports open on hosts, SSH among them, whatever the policy,"
              + " unless failsafeInboundHostPorts and failsafeOutboundHostPorts are set to none;"
              + " and the node name of each host is that of its endpoint");
    } else {
      limitations.whole(
          Limitation.Effect.ASSUMPTION,
          "A pod's own node can always reach it, for instance with health checks");
    }
  }
}
