package org.firebreak.rulebase.kubernetes;

import java.util.List;
import java.util.regex.Pattern;
import org.firebreak.core.address.AddressSet;
import org.firebreak.rulebase.Unread;

/** Kinds of policies that are in force together. */
public enum Family {
  /** NetworkPolicy alone. */
  KUBERNETES("kubernetes", "Kubernetes NetworkPolicy", "networking\\.k8s\\.io/v1") {
    @Override
    List<PolicyParser> parsers(
        List<ManifestObject> objects,
        Inventory inventory,
        Namespaces namespaces,
        List<Unread> unread) {
      return List.of(
          new NetworkPolicyParser(
              inventory, namespaces, unread, NETWORK_POLICIES, 0, AddressSet.EMPTY));
    }
  },
  /** CiliumNetworkPolicy and NetworkPolicy, as Cilium enforces them together. */
  CILIUM("cilium", "Cilium", "cilium\\.io/v2") {
    @Override
    List<PolicyParser> parsers(
        List<ManifestObject> objects,
        Inventory inventory,
        Namespaces namespaces,
        List<Unread> unread) {
      AddressSet pods = Inventory.addresses(inventory.all());
      return List.of(
          new CiliumParser(inventory, namespaces, unread, NETWORK_POLICIES, pods),
          new NetworkPolicyParser(inventory, namespaces, unread, NETWORK_POLICIES, 0, pods));
    }
  },
  /** Policies of Calico and NetworkPolicy, which Calico holds in its default tier. */
  CALICO("calico", "Calico", "projectcalico\\.org/v3") {
    @Override
    List<PolicyParser> parsers(
        List<ManifestObject> objects,
        Inventory inventory,
        Namespaces namespaces,
        List<Unread> unread)
        throws UnreadableException {
      CalicoEndpoints endpoints = new CalicoEndpoints(inventory, objects);
      return List.of(
          new CalicoParser(inventory, namespaces, unread, objects, endpoints),
          new NetworkPolicyParser(
              inventory,
              namespaces,
              unread,
              CalicoParser.defaultTier(),
              NETWORK_POLICY_ORDER,
              AddressSet.EMPTY));
    }
  },
  /** Cluster-wide policies and NetworkPolicy. */
  CLUSTER("cluster-network-policy", "ClusterNetworkPolicy", "policy\\.networking\\.k8s\\.io/v1") {
    @Override
    List<PolicyParser> parsers(
        List<ManifestObject> objects,
        Inventory inventory,
        Namespaces namespaces,
        List<Unread> unread) {
      return List.of(
          new ClusterPolicyParser(inventory, namespaces, unread),
          new NetworkPolicyParser(
              inventory, namespaces, unread, NETWORK_POLICIES, 0, AddressSet.EMPTY));
    }
  };

  private static final double NETWORK_POLICY_ORDER = 1000;

  private static final Policy.Stage NETWORK_POLICIES =
      new Policy.Stage("NetworkPolicy", 1, Policy.Stage.Kind.UNION, false);

  private final String id;
  private final String title;
  private final Pattern mark;

  Family(String id, String title, String mark) {
    this.id = id;
    this.title = title;
    this.mark = Pattern.compile("apiVersion\"?\\s*:\\s*[\"']?" + mark);
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  boolean recognises(String beginning) {
    return mark.matcher(beginning).find();
  }

  abstract List<PolicyParser> parsers(
      List<ManifestObject> objects, Inventory inventory, Namespaces namespaces, List<Unread> unread)
      throws UnreadableException;
}
