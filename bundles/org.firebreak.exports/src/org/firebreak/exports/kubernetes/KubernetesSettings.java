package org.firebreak.exports.kubernetes;

import java.util.List;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.OptionValues;

/**
 * What the user chose for the cluster.
 *
 * @param labelPrefix DNS name before the slash of the keys of labels and annotations
 * @param namespace namespace of servers that belong to no tenant
 * @param namespacePrefix what the names of the tenants' namespaces begin with
 * @param byZone whether each zone has a namespace of its own
 * @param wholeNamespace whether pods that are not labelled are isolated too
 * @param clusterDns whether every pod may ask the DNS of the cluster
 */
public record KubernetesSettings(
    String labelPrefix,
    String namespace,
    String namespacePrefix,
    boolean byZone,
    boolean wholeNamespace,
    boolean clusterDns) {
  private static final String DNS_LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String DNS_NAME = DNS_LABEL + "(\\." + DNS_LABEL + ")*";

  public KubernetesSettings {
    check("label-prefix", labelPrefix, DNS_NAME, "a DNS name such as example.com");
    check("namespace", namespace, DNS_LABEL, "lower-case letters, digits and hyphens");
    check(
        "namespace-prefix",
        namespacePrefix,
        "([a-z0-9][-a-z0-9]*)?",
        "empty, or lower-case letters, digits and hyphens");
  }

  private static void check(String key, String value, String pattern, String range) {
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException(
          "option " + key + " cannot be '" + value + "'; it takes " + range);
    }
  }

  /** The options by which the user sets them. */
  public static List<ExportOption> options() {
    return List.of(
        ExportOption.text(
            "label-prefix",
            "Prefix of labels",
            "firebreak.example",
            100,
            "DNS name before the slash in the keys of labels and annotations. The default is"
                + " reserved and nobody's; take one of your own."),
        ExportOption.text(
            "namespace",
            "Namespace of shared servers",
            "shared",
            63,
            "Namespace of the servers that belong to no tenant."),
        ExportOption.text(
            "namespace-prefix",
            "Prefix of namespaces",
            "",
            20,
            "What the names of the tenants' namespaces begin with, for instance prod-."),
        ExportOption.choice(
            "namespaces",
            "One namespace for each",
            "tenant",
            List.of("tenant", "zone"),
            "Whether the servers of a tenant share a namespace, or those of each of its zones."),
        ExportOption.choice(
            "isolate",
            "Isolate",
            "namespace",
            List.of("namespace", "labelled"),
            "Whether every pod in the namespaces is isolated, or only those that carry the server"
                + " label. A pod that the design does not know is only denied with namespace."),
        ExportOption.flag(
            "cluster-dns",
            "Permit the DNS of the cluster",
            false,
            "Permits every pod to ask the pods k8s-app=kube-dns in kube-system on port 53, which"
                + " no flow of the design may say."));
  }

  public static KubernetesSettings of(OptionValues options) {
    return new KubernetesSettings(
        options.text("label-prefix"),
        options.text("namespace"),
        options.text("namespace-prefix"),
        options.text("namespaces").equals("zone"),
        options.text("isolate").equals("namespace"),
        options.flag("cluster-dns"));
  }

  /** {@code firebreak.example/group}. */
  public String key(String name) {
    return labelPrefix + "/" + name;
  }
}
