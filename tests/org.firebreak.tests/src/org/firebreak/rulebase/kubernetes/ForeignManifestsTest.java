package org.firebreak.rulebase.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.core.address.Address;
import org.firebreak.core.packets.PacketFilter;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.FolderFiles;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests as others write them, by the rules of each platform. */
class ForeignManifestsTest {
  private static final String WEB = "10.0.0.1";
  private static final String DB = "10.0.0.2";
  private static final String OTHER = "10.0.1.1";
  private static final String OUTSIDE = "192.0.2.7";
  private static final String CLUSTER =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {team: shop}}
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: ops, labels: {team: ops}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      status: {podIP: 10.0.0.1}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: shop, labels: {app: db}}
      status: {podIP: 10.0.0.2}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: ops, labels: {app: web}}
      status: {podIP: 10.0.1.1}
      ---
      """;

  @TempDir Path folder;

  private RuleBase base;

  private void read(String platform, String manifests) throws Exception {
    Files.writeString(folder.resolve("all.yaml"), CLUSTER + manifests);
    base =
        RuleBaseReaders.of(platform)
            .orElseThrow()
            .read(new FolderFiles(folder), HostAddresses.NONE, Progress.NONE);
  }

  private boolean in(String pod, String from, int protocol, int port) {
    return permits(pod, Rule.Direction.INBOUND, from, protocol, port);
  }

  private boolean out(String pod, String to, int protocol, int port) {
    return permits(pod, Rule.Direction.OUTBOUND, to, protocol, port);
  }

  private boolean permits(
      String pod, Rule.Direction direction, String peer, int protocol, int port) {
    PacketFilter filter =
        base.filters().stream()
            .filter(each -> each.direction() == direction && each.hosts().contains(pod))
            .findFirst()
            .orElseThrow()
            .filter();
    Address address = Address.parse(peer);
    int point = protocol * 65_536 + port;
    return filter.rules().stream()
        .filter(rule -> rule.services().next(point) == point)
        .filter(
            rule ->
                (direction == Rule.Direction.INBOUND ? rule.source() : rule.destination())
                    .contains(address))
        .findFirst()
        .orElse(filter.last())
        .outcome()
        .permits();
  }

  private static String policy(String spec) {
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
        + "metadata: {name: p, namespace: shop}\nspec: "
        + spec
        + "\n";
  }

  @Test
  void portsAreRangesAndNamesAreUnread() throws Exception {
    read(
        "kubernetes",
        policy(
            "{podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 5000, endPort:"
                + " 5002}, {protocol: UDP}]}, {ports: [{port: postgres}]}]}"));
    assertThat(in("shop/db", OUTSIDE, 6, 5002)).isTrue();
    assertThat(in("shop/db", OUTSIDE, 6, 5003)).isFalse();
    assertThat(in("shop/db", OUTSIDE, 17, 9)).isTrue();
    assertThat(in("shop/db", OUTSIDE, 6, 5432)).isFalse();
    assertThat(base.unread()).hasSize(1);
    assertThat(base.unread().get(0).reason()).contains("postgres");
  }

  @Test
  void selectorsInOnePeerHoldTogetherAndPeersApart() throws Exception {
    read(
        "kubernetes",
        policy(
            "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{namespaceSelector:"
                + " {matchLabels: {team: ops}}, podSelector: {matchLabels: {app: web}}}]}]}"));
    assertThat(in("shop/db", OTHER, 6, 1)).isTrue();
    assertThat(in("shop/db", WEB, 6, 1)).isFalse();
    read(
        "kubernetes",
        policy(
            "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels:"
                + " {app: web}}}, {ipBlock: {cidr: 192.0.2.0/24, except: [192.0.2.8/29]}}]}]}"));
    assertThat(in("shop/db", WEB, 6, 1)).isTrue();
    assertThat(in("shop/db", OTHER, 6, 1)).isFalse();
    assertThat(in("shop/db", OUTSIDE, 6, 1)).isTrue();
    assertThat(in("shop/db", "192.0.2.9", 6, 1)).isFalse();
  }

  @Test
  void emptySelectorsMeanEverythingAndTypesHaveDefaults() throws Exception {
    read("kubernetes", policy("{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}"));
    assertThat(in("shop/web", OTHER, 6, 1)).isTrue();
    assertThat(in("shop/web", OUTSIDE, 6, 1)).isFalse();
    assertThat(out("shop/web", OUTSIDE, 6, 1)).isTrue();
    assertThat(in("ops/web", OUTSIDE, 6, 1)).isTrue();
    read("kubernetes", policy("{podSelector: {}, egress: [{to: [{podSelector: {}}]}]}"));
    assertThat(in("shop/web", DB, 6, 1)).isFalse();
    assertThat(out("shop/web", DB, 6, 1)).isTrue();
    assertThat(out("shop/web", OTHER, 6, 1)).isFalse();
    read("kubernetes", policy("{podSelector: {}, policyTypes: [Egress]}"));
    assertThat(in("shop/web", OUTSIDE, 6, 1)).isTrue();
    assertThat(out("shop/web", DB, 6, 1)).isFalse();
    read("kubernetes", policy("{podSelector: {}, ingress: [{}]}"));
    assertThat(in("shop/web", OUTSIDE, 6, 1)).isTrue();
  }

  private static String cilium(String spec) {
    return "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\n"
        + "metadata: {name: p, namespace: shop}\nspec: "
        + spec
        + "\n";
  }

  @Test
  void denialsOfCiliumWin() throws Exception {
    read(
        "cilium",
        cilium(
                "{endpointSelector: {matchLabels: {app: db}}, ingress: [{fromEntities: [all]}],"
                    + " ingressDeny: [{fromEndpoints: [{matchLabels: {app: web,"
                    + " 'k8s:io.kubernetes.pod.namespace': ops}}]}, {fromCIDR: [192.0.2.0/24],"
                    + " toPorts: [{ports: [{port: '22', protocol: TCP}]}]}]}")
            + "---\n"
            + policy("{podSelector: {}, ingress: [{}]}"));
    assertThat(in("shop/db", WEB, 6, 443)).isTrue();
    assertThat(in("shop/db", OTHER, 6, 443)).isFalse();
    assertThat(in("shop/db", OUTSIDE, 6, 22)).isFalse();
    assertThat(in("shop/db", OUTSIDE, 6, 23)).isTrue();
    assertThat(base.unread()).isEmpty();
  }

  @Test
  void ciliumIsolatesWhereItSpeaksAndNetworksAreNoPods() throws Exception {
    read(
        "cilium",
        cilium("{endpointSelector: {matchLabels: {app: db}}, ingress: [{fromCIDR: [0.0.0.0/0]}]}"));
    assertThat(in("shop/db", OUTSIDE, 6, 443)).isTrue();
    assertThat(in("shop/db", WEB, 6, 443)).isFalse();
    assertThat(out("shop/db", OUTSIDE, 6, 443)).isTrue();
    read(
        "cilium",
        cilium(
            "{endpointSelector: {}, enableDefaultDeny: {ingress: false}, ingressDeny:"
                + " [{fromEndpoints: [{}]}]}"));
    assertThat(in("shop/db", WEB, 6, 443)).isFalse();
    assertThat(in("shop/db", OTHER, 6, 443)).isTrue();
    read("cilium", cilium("{endpointSelector: {}, ingress: [{}]}"));
    assertThat(in("shop/db", WEB, 6, 443)).isFalse();
    read("cilium", cilium("{endpointSelector: {}, ingress: [{fromEndpoints: []}]}"));
    assertThat(in("shop/db", WEB, 6, 443)).isFalse();
  }

  @Test
  void whatCiliumSaysBeyondPacketsIsUnread() throws Exception {
    read(
        "cilium",
        cilium(
            "{endpointSelector: {}, egress: [{toFQDNs: [{matchName: a.example}]}, {toEntities:"
                + " [kube-apiserver]}, {toPorts: [{ports: [{port: http, protocol: TCP}]}]},"
                + " {toEntities: [world], toPorts: [{ports: [{port: '80', protocol: TCP}], rules:"
                + " {http: [{method: GET}]}}]}]}"));
    assertThat(base.unread()).hasSize(4);
    assertThat(out("shop/web", OUTSIDE, 6, 80)).isFalse();
  }

  private static String calico(String name, String spec) {
    return "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: "
        + name
        + "}\nspec: "
        + spec
        + "\n---\n";
  }

  private static String tier(String name, String spec) {
    return "apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: "
        + name
        + "}\nspec: "
        + spec
        + "\n---\n";
  }

  @Test
  void policiesOfCalicoHaveAnOrderAndTiersPass() throws Exception {
    read(
        "calico",
        tier("first", "{order: 10}")
            + calico(
                "first.pass",
                "{tier: first, order: 1, selector: app == 'db', types: [Ingress], ingress:"
                    + " [{action: Deny, source: {nets: [192.0.2.0/29]}}, {action: Pass, source:"
                    + " {nets: [192.0.2.0/24]}}]}")
            + calico(
                "late",
                "{order: 20, selector: app == 'db', types: [Ingress], ingress: [{action: Deny,"
                    + " protocol: TCP, destination: {ports: [22]}}, {action: Allow}]}")
            + calico(
                "early",
                "{order: 10, selector: app == 'db', types: [Ingress], ingress: [{action: Allow,"
                    + " protocol: TCP, source: {nets: [192.0.2.32/32]}, destination: {ports:"
                    + " ['20:30']}}]}"));
    assertThat(base.unread()).isEmpty();
    assertThat(in("shop/db", "192.0.2.7", 6, 443)).isFalse();
    assertThat(in("shop/db", "192.0.2.33", 6, 443)).isTrue();
    assertThat(in("shop/db", "192.0.2.33", 6, 22)).isFalse();
    assertThat(in("shop/db", "192.0.2.32", 6, 22)).isTrue();
    assertThat(in("shop/db", WEB, 6, 443)).isFalse();
    assertThat(in("shop/web", OUTSIDE, 6, 443)).isTrue();
    assertThat(out("shop/db", OUTSIDE, 6, 443)).isTrue();
  }

  @Test
  void ordersOfCalicoEncloseNetworkPolicyAndTheEndDenies() throws Exception {
    read(
        "calico",
        calico(
                "before",
                "{order: 10, selector: all(), types: [Ingress], ingress: [{action: Deny, source:"
                    + " {selector: app == 'web', namespaceSelector: team == 'ops'}}]}")
            + calico(
                "after",
                "{order: 2000, selector: all(), types: [Ingress], ingress: [{action: Allow,"
                    + " protocol: UDP, source: {selector: ''}}]}")
            + policy("{podSelector: {}, ingress: [{ports: [{port: 443}]}]}"));
    assertThat(base.unread()).isEmpty();
    assertThat(in("shop/db", OTHER, 6, 443)).isFalse();
    assertThat(in("shop/db", OUTSIDE, 6, 443)).isTrue();
    assertThat(in("shop/db", OUTSIDE, 6, 444)).isFalse();
    assertThat(in("shop/db", OUTSIDE, 17, 9)).isTrue();
    assertThat(in("ops/web", OUTSIDE, 6, 443)).isFalse();
  }

  @Test
  void whatCalicoSaysBeyondPacketsIsUnread() throws Exception {
    read(
        "calico",
        calico(
                "a",
                "{selector: all(), types: [Ingress], ingress: [{action: Allow, http: {methods:"
                    + " [GET]}}, {action: Allow, protocol: TCP, destination: {ports: [http]}},"
                    + " {action: Allow, source: {serviceAccounts: {names: [a]}}}, {action: Allow,"
                    + " protocol: TCP, source: {ports: [53]}}]}")
            + calico("b", "{selector: all(), doNotTrack: true, ingress: [{action: Allow}]}")
            + calico("c", "{selector: 'app ~ 1', ingress: [{action: Allow}]}")
            + calico("d", "{tier: unknown, ingress: [{action: Allow}]}"));
    assertThat(base.unread()).hasSize(7);
    assertThat(in("shop/db", OUTSIDE, 6, 443)).isFalse();
  }

  private static String cluster(String kind, String version, String rules) {
    return "apiVersion: policy.networking.k8s.io/"
        + version
        + "\nkind: "
        + kind
        + "\nmetadata: {name: p}\nspec: {"
        + (kind.startsWith("Cluster") ? "tier: Admin, " : "")
        + "priority: 5, subject: {namespaces: {}}, "
        + rules
        + "}\n";
  }

  /** A policy that the API would not take must not be read as if it did something. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ClusterNetworkPolicy | v1alpha2 | ingress: [{action: Deny, from: [{networks:"
            + " [0.0.0.0/0]}]}]",
        "AdminNetworkPolicy | v1alpha1 | ingress: [{action: Deny, from: [{networks:"
            + " [0.0.0.0/0]}]}]",
        "ClusterNetworkPolicy | v1alpha2 | ingress: [{action: Deny}]",
        "ClusterNetworkPolicy | v1alpha2 | ingress: [{action: Allow, from: [{namespaces: {}}]}]",
        "AdminNetworkPolicy | v1alpha1 | ingress: [{action: Accept, from: [{namespaces: {}}]}]",
        "BaselineAdminNetworkPolicy | v1alpha1 | egress: [{action: Pass, to: [{namespaces: {}}]}]"
      })
  void whatTheClusterWideApiLacksIsUnread(String kind, String version, String rules)
      throws Exception {
    read("cluster-network-policy", cluster(kind, version, rules));
    assertThat(base.unread()).hasSize(1);
  }

  @Test
  void networksArePeersOfEgress() throws Exception {
    read(
        "cluster-network-policy",
        cluster(
            "ClusterNetworkPolicy",
            "v1alpha2",
            "egress: [{action: Deny, to: [{networks: [192.0.2.0/24]}]}]"));
    assertThat(base.unread()).isEmpty();
    assertThat(out("shop/db", OUTSIDE, 6, 22)).isFalse();
    assertThat(in("shop/db", OUTSIDE, 6, 22)).isTrue();
  }

  @Test
  void ofTwoObjectsWithOneNameOnlyOneIsInForce() throws Exception {
    read(
        "kubernetes",
        policy("{podSelector: {}, ingress: [{ports: [{port: 80}]}]}")
            + "---\n"
            + policy("{podSelector: {}, ingress: [{ports: [{port: 81}]}]}"));
    assertThat(base.unread()).hasSize(1);
    assertThat(base.unread().get(0).reason()).contains("same kind and name");
  }

  @Test
  void whatTheLastTierPassesIsDecidedByTheDefault() throws Exception {
    read(
        "calico",
        tier("mine", "{order: 10}")
            + calico(
                "mine.p",
                "{tier: mine, selector: all(), types: [Ingress], ingress: [{action: Pass, protocol:"
                    + " TCP}]}"));
    assertThat(in("shop/db", OUTSIDE, 6, 22)).isTrue();
    assertThat(in("shop/db", OUTSIDE, 17, 22)).isFalse();
  }
}
