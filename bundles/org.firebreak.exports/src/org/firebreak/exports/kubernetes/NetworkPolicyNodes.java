package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;

/** {@code networking.k8s.io/v1 NetworkPolicy}. */
public final class NetworkPolicyNodes implements UnionDialect {
  private static final String API = "networking.k8s.io/v1";
  private static final String KIND = "NetworkPolicy";

  /** The label that Kubernetes gives each namespace itself. */
  public static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  @Override
  public boolean hasDenials() {
    return false;
  }

  @Override
  public String section(Rule.Direction direction, boolean denies) {
    return direction == Rule.Direction.INBOUND ? "ingress" : "egress";
  }

  @Override
  public void limitations(
      RuleSet set, Rule rule, Services services, Peers peers, PolicyLimitations limitations) {
    limitations.services(set, rule, services, false);
  }

  @Override
  public ObjectNode isolation(
      String namespace, String name, PodSelector subject, boolean clusterDns) {
    ObjectNode object = policy(namespace, name, subject);
    if (clusterDns) {
      ObjectNode entry = ((ObjectNode) object.get("spec")).putArray("egress").addObject();
      ObjectNode dns = entry.putArray("to").addObject();
      dns.set("namespaceSelector", PodSelector.in(NAMESPACE_NAME, List.of("kube-system")).toNode());
      dns.set("podSelector", PodSelector.in("k8s-app", List.of("kube-dns")).toNode());
      ArrayNode ports = entry.putArray("ports");
      ports.addObject().put("protocol", "UDP").put("port", 53);
      ports.addObject().put("protocol", "TCP").put("port", 53);
    }
    return object;
  }

  /** A policy that isolates pods in both directions and permits nothing yet. */
  @Override
  public ObjectNode policy(String namespace, String name, PodSelector subject) {
    ObjectNode object = ManifestFile.object(API, KIND, namespace, name);
    ObjectNode spec = object.putObject("spec");
    spec.set("podSelector", subject.toNode());
    spec.putArray("policyTypes").add("Ingress").add("Egress");
    return object;
  }

  @Override
  public List<ObjectNode> entries(
      Rule.Direction direction, Peers peers, Services services, String namespace) {
    if (services.hasNoPorts()) {
      return List.of();
    }
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    if (!peers.any()) {
      ArrayNode list = entry.putArray(direction == Rule.Direction.INBOUND ? "from" : "to");
      for (Peers.PodPeer pods : peers.pods()) {
        ObjectNode peer = list.addObject();
        if (!pods.namespaces().equals(List.of(namespace))) {
          peer.set("namespaceSelector", PodSelector.in(NAMESPACE_NAME, pods.namespaces()).toNode());
        }
        peer.set("podSelector", pods.selector().toNode());
      }
      for (String cidr : peers.networks().toPrefixes()) {
        list.addObject().putObject("ipBlock").put("cidr", cidr);
      }
    }
    if (!services.any()) {
      ArrayNode ports = entry.putArray("ports");
      addPorts(ports, "TCP", services.tcp());
      addPorts(ports, "UDP", services.udp());
      addPorts(ports, "SCTP", services.sctp());
    }
    return List.of(entry);
  }

  private static void addPorts(ArrayNode ports, String protocol, PortSet set) {
    if (set.isAll()) {
      ports.addObject().put("protocol", protocol);
    }
    for (PortRange range : Services.positive(set)) {
      ObjectNode port = ports.addObject().put("protocol", protocol).put("port", range.first());
      if (range.size() > 1) {
        port.put("endPort", range.last());
      }
    }
  }
}
