package org.firebreak.exports.sigma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.service.IpProtocols;

/**
 * Destination ports of services, whatever the protocol: the fields that Sigma has for firewalls
 * know none.
 */
final class Ports {
  private static final int LINE = 65_536;
  private static final int FEW = 8;
  private static final int[] PROTOCOLS = {IpProtocols.TCP, IpProtocols.UDP, IpProtocols.SCTP};

  private Ports() {}

  /** Ports 0 to 65,535 of TCP, UDP and SCTP. */
  static Intervals of(Intervals services) {
    List<Intervals> parts = new ArrayList<>();
    for (int protocol : PROTOCOLS) {
      Intervals own = services.intersect(ServiceLine.of(protocol));
      for (int i = 0; i < own.count(); i++) {
        parts.add(Intervals.of(own.from(i) - protocol * LINE, own.to(i) - protocol * LINE));
      }
    }
    return Intervals.union(parts);
  }

  /** Whether the services have something that is no port. */
  static boolean hasOthers(Intervals services) {
    Intervals left = services;
    for (int protocol : PROTOCOLS) {
      left = left.minus(ServiceLine.of(protocol));
    }
    return !left.isEmpty();
  }

  static boolean isAll(Intervals ports) {
    return ports.size() == LINE;
  }

  /** Conditions of which one must hold; a single one without any if all ports match. */
  static List<ObjectNode> conditions(Intervals ports) {
    List<ObjectNode> conditions = new ArrayList<>();
    ArrayNode single = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < ports.count() && !isAll(ports); i++) {
      int first = ports.from(i);
      int last = ports.to(i) - 1;
      if (last - first < FEW) {
        for (int port = first; port <= last; port++) {
          single.add(port);
        }
      } else {
        conditions.add(
            JsonNodeFactory.instance
                .objectNode()
                .put("dst_port|gte", first)
                .put("dst_port|lte", last));
      }
    }
    if (!single.isEmpty()) {
      ObjectNode list = JsonNodeFactory.instance.objectNode();
      list.set("dst_port", single);
      conditions.add(0, list);
    }
    if (conditions.isEmpty()) {
      conditions.add(JsonNodeFactory.instance.objectNode());
    }
    return conditions;
  }
}
