package org.firebreak.exports.bundle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.exports.Exporter;
import org.firebreak.exports.aci.AciExporter;
import org.firebreak.exports.aws.AwsExporter;
import org.firebreak.exports.azure.AzureExporter;
import org.firebreak.exports.gcp.GcpExporter;
import org.firebreak.exports.iptables.IptablesExporter;
import org.firebreak.exports.kubernetes.KubernetesExporter;
import org.firebreak.exports.kubernetes.calico.CalicoExporter;
import org.firebreak.exports.kubernetes.cilium.CiliumExporter;
import org.firebreak.exports.kubernetes.cluster.ClusterPolicyExporter;
import org.firebreak.exports.nftables.NftablesExporter;
import org.firebreak.exports.nsx.NsxExporter;
import org.firebreak.exports.panos.PanOsExporter;
import org.firebreak.exports.panos.PanOsVmExporter;
import org.firebreak.exports.rsyslog.RsyslogExporter;
import org.firebreak.exports.sigma.SigmaExporter;
import org.firebreak.exports.suricata.SuricataExporter;
import org.firebreak.exports.windows.WindowsExporter;

/** The platforms for which bundles can be written. */
public final class Exporters {
  private static final List<Exporter> ALL =
      List.of(
          new NftablesExporter(),
          new IptablesExporter(),
          new PanOsExporter(),
          new NsxExporter(),
          new PanOsVmExporter(),
          new AciExporter(),
          new KubernetesExporter(),
          new CiliumExporter(),
          new CalicoExporter(),
          new ClusterPolicyExporter(),
          new AwsExporter(),
          new WindowsExporter(),
          new AzureExporter(),
          new GcpExporter(),
          new SuricataExporter(),
          new SigmaExporter(),
          new RsyslogExporter());

  private Exporters() {}

  /** Every platform, in a fixed order. */
  public static List<Exporter> all() {
    return ALL;
  }

  /**
   * The exporters of a list such as {@code nftables,panos}; {@code all} stands for every one.
   *
   * @throws IllegalArgumentException if the list is empty or names an unknown platform; the message
   *     lists the known ones
   */
  public static List<Exporter> byIds(String ids) {
    if (ids.strip().equalsIgnoreCase("all")) {
      return ALL;
    }
    Set<Exporter> chosen = new LinkedHashSet<>();
    for (String id : ids.split(",")) {
      if (!id.isBlank()) {
        chosen.add(
            named(id)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "unknown platform '" + id.strip() + "'; known are " + known())));
      }
    }
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("no platform is named; known are " + known());
    }
    return new ArrayList<>(chosen);
  }

  private static String known() {
    return ALL.stream().map(Exporter::id).collect(Collectors.joining(", ")) + " and all";
  }

  /** The exporter with that id, title or alias, whatever the case. */
  static Optional<Exporter> named(String platform) {
    String wanted = platform.strip().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(
            exporter ->
                exporter.id().equals(wanted)
                    || exporter.title().toLowerCase(Locale.ROOT).equals(wanted)
                    || exporter.aliases().contains(wanted))
        .findFirst();
  }
}
