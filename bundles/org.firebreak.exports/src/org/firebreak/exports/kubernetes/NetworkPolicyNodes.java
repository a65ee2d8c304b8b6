package org.firebreak.exports.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;

/** Pieces of {@code networking.k8s.io/v1 NetworkPolicy}. */
public final class NetworkPolicyNodes {
  public static final String API = "networking.k8s.io/v1";
  public static final String KIND = "NetworkPolicy";

  /** The label that Kubernetes gives each namespace itself. */
  public static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  private NetworkPolicyNodes() {}

  /** A policy that isolates pods in both directions and permits nothing yet. */
  public static ObjectNode policy(String namespace, String name, PodSelector subject) {
    ObjectNode object = ManifestFile.object(API, KIND, namespace, name);
    ObjectNode spec = object.putObject("spec");
    spec.set("podSelector", subject.toNode());
    spec.putArray("policyTypes").add("Ingress").add("Egress");
    return object;
  }

  /**
   * An entry of {@code ingress} or {@code egress}.
   *
   * @param namespace namespace of the policy
   */
  public static ObjectNode entry(
      boolean inbound, Peers peers, Services services, String namespace) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    if (!peers.any()) {
      ArrayNode list = entry.putArray(inbound ? "from" : "to");
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
    return entry;
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
