package org.firebreak.exports.kubernetes.cilium;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.kubernetes.ManifestFile;
import org.firebreak.exports.kubernetes.Peers;
import org.firebreak.exports.kubernetes.PodSelector;
import org.firebreak.exports.kubernetes.PolicyLimitations;
import org.firebreak.exports.kubernetes.Services;
import org.firebreak.exports.kubernetes.UnionDialect;
import org.firebreak.exports.kubernetes.Workload;
import org.firebreak.exports.kubernetes.Workloads;

/** {@code cilium.io/v2 CiliumNetworkPolicy}: denials beat permits, CIDRs never match pods. */
final class CiliumDialect implements UnionDialect {
  private static final String NAMESPACE = "k8s:io.kubernetes.pod.namespace";

  private final AddressSet pods;

  CiliumDialect(Workloads workloads) {
    List<AddressRange> ranges = new ArrayList<>();
    for (Workload pod : workloads.all()) {
      ranges.addAll(pod.addresses().ranges());
    }
    pods = AddressSet.of(ranges);
  }

  @Override
  public boolean hasDenials() {
    return true;
  }

  @Override
  public String section(Rule.Direction direction, boolean denies) {
    return (direction == Rule.Direction.INBOUND ? "ingress" : "egress") + (denies ? "Deny" : "");
  }

  @Override
  public ObjectNode policy(String namespace, String name, PodSelector subject) {
    ObjectNode object = ManifestFile.object("cilium.io/v2", "CiliumNetworkPolicy", namespace, name);
    object.putObject("spec").set("endpointSelector", subject.toNode());
    return object;
  }

  /** A rule that names nothing permits nothing, and isolates all the same. */
  @Override
  public ObjectNode isolation(
      String namespace, String name, PodSelector subject, boolean clusterDns) {
    ObjectNode object = policy(namespace, name, subject);
    ObjectNode spec = (ObjectNode) object.get("spec");
    spec.putArray("ingress").addObject();
    ObjectNode egress = spec.putArray("egress").addObject();
    if (clusterDns) {
      ObjectNode labels = egress.putArray("toEndpoints").addObject().putObject("matchLabels");
      labels.put(NAMESPACE, "kube-system");
      labels.put("k8s:k8s-app", "kube-dns");
      ObjectNode port =
          egress.putArray("toPorts").addObject().putArray("ports").addObject().put("port", "53");
      port.put("protocol", "ANY");
    }
    return object;
  }

  @Override
  public List<ObjectNode> entries(
      Rule.Direction direction, Peers peers, Services services, String namespace) {
    List<ObjectNode> entries = new ArrayList<>();
    for (ObjectNode end :
        ends(direction == Rule.Direction.INBOUND ? "from" : "to", peers, namespace)) {
      for (ObjectNode service : CiliumServices.of(services)) {
        entries.add(end.deepCopy().setAll(service));
      }
    }
    return entries;
  }

  /** One entry for pods and one for networks, which may not stand in the same. */
  private static List<ObjectNode> ends(String side, Peers peers, String namespace) {
    List<ObjectNode> ends = new ArrayList<>();
    if (peers.any()) {
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      all.putArray(side + "Entities").add("all");
      return List.of(all);
    }
    if (!peers.pods().isEmpty()) {
      ObjectNode end = JsonNodeFactory.instance.objectNode();
      ArrayNode list = end.putArray(side + "Endpoints");
      peers.pods().forEach(each -> list.add(selector(each, namespace)));
      ends.add(end);
    }
    if (!peers.networks().isEmpty()) {
      ObjectNode end = JsonNodeFactory.instance.objectNode();
      ArrayNode list = end.putArray(side + "CIDR");
      peers.networks().toPrefixes().forEach(list::add);
      ends.add(end);
    }
    return ends;
  }

  private static ObjectNode selector(Peers.PodPeer peer, String namespace) {
    if (peer.namespaces().equals(List.of(namespace))) {
      return peer.selector().toNode();
    }
    List<PodSelector.Requirement> requirements = new ArrayList<>();
    requirements.add(new PodSelector.Requirement(NAMESPACE, true, peer.namespaces()));
    requirements.addAll(peer.selector().requirements());
    return new PodSelector(requirements).toNode();
  }

  @Override
  public void limitations(
      RuleSet set, Rule rule, Services services, Peers peers, PolicyLimitations limitations) {
    limitations.services(set, rule, services, true);
    if (CiliumServices.losesIcmp(services)) {
      limitations.deniesMore(
          set,
          rule,
          "permits ICMP by whole types, without codes, and no more than 40 of them in a rule;"
              + " single codes, and types that IANA has not assigned, are denied");
    }
    AddressSet missed = peers.networks().minus(peers.networks().minus(pods));
    if (!peers.any() && !missed.minus(peers.podAddresses()).isEmpty()) {
      limitations.deniesMore(
          set,
          rule,
          "never matches pods by CIDR; pods at the other end of this rule that only their address"
              + " tells are denied");
    }
  }
}
