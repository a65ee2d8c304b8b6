package org.firebreak.exports.kubernetes.calico;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.OptionValues;
import org.firebreak.exports.kubernetes.KubernetesSettings;

/**
 * What the user chose for Calico.
 *
 * @param hosts whether servers are hosts with a HostEndpoint, and not pods
 * @param tier name of the tier that holds the policies
 * @param tierOrder position of the tier among others
 */
record CalicoSettings(KubernetesSettings cluster, boolean hosts, String tier, int tierOrder) {
  CalicoSettings {
    if (!tier.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?") || tier.equals("default")) {
      throw new IllegalArgumentException(
          "option tier cannot be '"
              + tier
              + "'; it takes lower-case letters, digits and hyphens, and is not default");
    }
  }

  static List<ExportOption> options() {
    List<ExportOption> options = new ArrayList<>(KubernetesSettings.options());
    options.add(
        ExportOption.choice(
            "endpoints",
            "Servers are",
            "workload",
            List.of("workload", "host"),
            "Whether servers are pods of the cluster, or hosts (virtual machines, bare metal) that"
                + " get a HostEndpoint each."));
    options.add(
        ExportOption.text(
            "tier", "Tier", "firebreak", 40, "Name of the tier that holds the policies."));
    options.add(
        ExportOption.integer(
            "tier-order",
            "Order of the tier",
            200,
            0,
            999_999,
            "Tiers of a lower order are asked before it."));
    return List.copyOf(options);
  }

  static CalicoSettings of(OptionValues options) {
    return new CalicoSettings(
        KubernetesSettings.of(options),
        options.text("endpoints").equals("host"),
        options.text("tier"),
        options.integer("tier-order"));
  }

  /** The label that tells the namespace of an endpoint. */
  String namespaceLabel() {
    return hosts ? cluster.key("namespace") : "projectcalico.org/namespace";
  }
}
