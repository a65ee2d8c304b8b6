package org.firebreak.exports.kubernetes.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.service.PortRange;
import org.firebreak.core.service.PortSet;
import org.firebreak.exports.kubernetes.Services;

/** Versions of the cluster-wide policy API and what they call things. */
enum Version {
  /** Release v0.2.0. */
  CLUSTER("v1alpha2", "ClusterNetworkPolicy", 25) {
    @Override
    void addTier(ObjectNode spec) {
      spec.put("tier", "Admin");
    }

    @Override
    ObjectNode port(String protocol, PortRange range) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      ObjectNode port =
          node.putObject(protocol.toLowerCase(java.util.Locale.ROOT)).putObject("destinationPort");
      if (range.size() == 1) {
        port.put("number", range.first());
      } else {
        port.putObject("range").put("start", range.first()).put("end", range.last());
      }
      return node;
    }

    @Override
    String portsField() {
      return "protocols";
    }
  },
  /** Release v0.1.7. */
  ADMIN("v1alpha1", "AdminNetworkPolicy", 100) {
    @Override
    void addTier(ObjectNode spec) {
      // The kind itself is the tier.
    }

    @Override
    ObjectNode port(String protocol, PortRange range) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      if (range.size() == 1) {
        node.putObject("portNumber").put("protocol", protocol).put("port", range.first());
      } else {
        ObjectNode port = node.putObject("portRange").put("protocol", protocol);
        port.put("start", range.first()).put("end", range.last());
      }
      return node;
    }

    @Override
    String portsField() {
      return "ports";
    }
  };

  private static final String GROUP = "policy.networking.k8s.io/";

  private final String version;
  private final String kind;
  private final int most;

  Version(String version, String kind, int most) {
    this.version = version;
    this.kind = kind;
    this.most = most;
  }

  String apiVersion() {
    return GROUP + version;
  }

  String kind() {
    return kind;
  }

  /** Most rules of one direction in an object, and most ports of one rule. */
  int most() {
    return most;
  }

  abstract void addTier(ObjectNode spec);

  abstract String portsField();

  abstract ObjectNode port(String protocol, PortRange range);

  /** Lists of ports, each short enough for a rule; one that is {@code null} for everything. */
  List<ArrayNode> ports(Services services) {
    List<ArrayNode> lists = new ArrayList<>();
    if (services.any()) {
      lists.add(null);
      return lists;
    }
    List<ObjectNode> ports = new ArrayList<>();
    addPorts(ports, "TCP", services.tcp());
    addPorts(ports, "UDP", services.udp());
    addPorts(ports, "SCTP", services.sctp());
    for (int i = 0; i < ports.size(); i += most) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      ports.subList(i, Math.min(ports.size(), i + most)).forEach(list::add);
      lists.add(list);
    }
    return lists;
  }

  private void addPorts(List<ObjectNode> ports, String protocol, PortSet set) {
    List<PortRange> ranges =
        set.isAll() ? List.of(PortRange.of(1, 65_535)) : Services.positive(set);
    ranges.forEach(range -> ports.add(port(protocol, range)));
  }
}
