package org.firebreak.exports.kubernetes.calico;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.PlainText;
import org.firebreak.exports.kubernetes.ManifestFile;
import org.firebreak.exports.kubernetes.Workload;
import org.firebreak.exports.kubernetes.Workloads;

/** Writes a HostEndpoint for each server that is a host. */
final class HostEndpoints {
  private static final int NAME = 200;

  private HostEndpoints() {}

  static void write(
      ManifestFile file, List<RuleSet> sets, Workloads workloads, CalicoSettings settings)
      throws IOException {
    for (RuleSet set : sets) {
      for (PolicyServer server : set.servers()) {
        file.add(endpoint(workloads.of(server), settings));
      }
    }
  }

  private static ObjectNode endpoint(Workload pod, CalicoSettings settings) {
    String host = pod.labels().get(settings.cluster().key("server"));
    ObjectNode object =
        ManifestFile.object(CalicoPolicies.API, "HostEndpoint", null, pod.namespace() + "." + host);
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    ObjectNode labels = (ObjectNode) metadata.get("labels");
    pod.labels().forEach(labels::put);
    labels.put(settings.namespaceLabel(), pod.namespace());
    ObjectNode annotations = metadata.putObject("annotations");
    annotations.put(
        settings.cluster().key("server-id"), PlainText.oneLine(pod.server().ref().id(), NAME));
    annotations.put(
        settings.cluster().key("server-name"), PlainText.oneLine(pod.server().ref().name(), NAME));
    ObjectNode spec = object.putObject("spec");
    spec.put("node", host);
    spec.put("interfaceName", "*");
    ArrayNode addresses = spec.putArray("expectedIPs");
    for (Address address : pod.server().addresses()) {
      addresses.add(address.toString());
    }
    return object;
  }
}
