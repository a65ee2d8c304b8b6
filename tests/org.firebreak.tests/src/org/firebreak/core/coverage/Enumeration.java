package org.firebreak.core.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;

/** All connections of a small design one by one, and which of them a flow permits. */
final class Enumeration {
  /** Protocol, port, ICMP type, ICMP code: inside, at and beyond the edge of every service. */
  private static final int[][] TUPLES = {
    {6, 0, 0, 0},
    {6, 79, 0, 0},
    {6, 80, 0, 0},
    {6, 81, 0, 0},
    {6, 443, 0, 0},
    {6, 444, 0, 0},
    {6, 445, 0, 0},
    {6, 65535, 0, 0},
    {17, 80, 0, 0},
    {17, 81, 0, 0},
    {47, 0, 0, 0},
    {89, 0, 0, 0},
    {1, 0, 3, 0},
    {1, 0, 3, 1},
    {1, 0, 8, 0},
    {1, 0, 8, 1}
  };

  /** An end of connections; without address it is of a server or group of which none is known. */
  private record Point(
      RoutingDomain domain, boolean v6, Address address, PolicyEndpoint end, PolicyServer server) {}

  private final CompiledPolicy policy;
  private final List<Point[]> pairs = new ArrayList<>();

  Enumeration(CompiledPolicy policy) {
    this.policy = policy;
    for (RoutingDomain domain : policy.domains()) {
      for (boolean v6 : new boolean[] {false, true}) {
        List<Point> points = points(domain, v6);
        for (Point source : points) {
          for (Point destination : points) {
            if (source.end() != null || destination.end() != null) {
              pairs.add(new Point[] {source, destination});
            }
          }
        }
      }
    }
  }

  private List<Point> points(RoutingDomain domain, boolean v6) {
    List<Address> addresses = new ArrayList<>();
    if (v6) {
      for (int i = 0; i < SmallDesigns.V6_ADDRESSES; i++) {
        addresses.add(Address.parse("2001:db8::" + i));
      }
      addresses.add(Address.parse("2001:db9::"));
    } else {
      for (int i = 0; i < SmallDesigns.V4_ADDRESSES; i++) {
        addresses.add(Address.parse("10.0.0." + i));
      }
      addresses.add(Address.parse("192.0.2.1"));
    }
    List<Point> points = new ArrayList<>();
    for (Address address : addresses) {
      PolicyServer server = policy.serverAt(domain, address).orElse(null);
      PolicyEndpoint end = server == null ? null : policy.endpointOf(server);
      points.add(new Point(domain, v6, address, end, server));
    }
    for (PolicyServer server : policy.servers()) {
      if (server.addresses().isEmpty()
          && (server.domain().isShared() || server.domain().equals(domain))) {
        points.add(new Point(domain, v6, null, policy.endpointOf(server), server));
      }
    }
    for (PolicyEndpoint end : policy.endpoints()) {
      boolean leaf = policy.endpoints().stream().noneMatch(other -> other.parent() == end.index());
      if (!end.isExternal() && leaf && end.from() == end.to()) {
        points.add(new Point(domain, v6, null, end, null));
      }
    }
    return points;
  }

  /** A bit for each connection that the flow permits. */
  BitSet permitted(PolicyFlow flow) {
    BitSet permitted = new BitSet();
    for (int i = 0; i < pairs.size(); i++) {
      Point[] pair = pairs.get(i);
      if (holds(flow.source(), pair[0].end(), pair[0].address())
          && holds(flow.destination(), pair[1].end(), pair[1].address())) {
        for (int t = 0; t < TUPLES.length; t++) {
          int[] tuple = TUPLES[t];
          permitted.set(
              i * TUPLES.length + t,
              flow.services().stream()
                  .anyMatch(s -> s.match().covers(tuple[0], tuple[1], tuple[2], tuple[3])));
        }
      }
    }
    return permitted;
  }

  /** A bit for each connection that needs no flow. */
  BitSet free() {
    BitSet free = new BitSet();
    for (int i = 0; i < pairs.size(); i++) {
      PolicyServer source = pairs.get(i)[0].server();
      PolicyServer destination = pairs.get(i)[1].server();
      if (source != null
          && destination != null
          && (source == destination
              || source.group() == destination.group()
                  && !source.micro()
                  && !destination.micro())) {
        free.set(i * TUPLES.length, (i + 1) * TUPLES.length);
      }
    }
    return free;
  }

  /** The connections of which both addresses are known. */
  List<Connection> connections() {
    List<Connection> all = new ArrayList<>();
    for (Point[] pair : pairs) {
      if (pair[0].address() != null && pair[1].address() != null) {
        for (int[] t : TUPLES) {
          all.add(
              new Connection(
                  pair[0].domain(), pair[0].address(), pair[1].address(), t[0], t[1], t[2], t[3]));
        }
      }
    }
    return all;
  }

  /** Whether the flow permits the connection, read off the definition. */
  boolean permits(PolicyFlow flow, FiveTuple tuple) {
    return holds(flow.source(), tuple.source().endpoint(), tuple.source().address())
        && holds(flow.destination(), tuple.destination().endpoint(), tuple.destination().address())
        && flow.services().stream()
            .anyMatch(
                service ->
                    service
                        .match()
                        .covers(
                            tuple.protocol(), tuple.port(), tuple.icmpType(), tuple.icmpCode()));
  }

  private boolean holds(PolicyEndpoint end, PolicyEndpoint leaf, Address address) {
    if (end.isExternal()) {
      return address != null && end.network().contains(address);
    }
    PolicyEndpoint inside = leaf;
    while (inside != null && inside.index() != end.index()) {
      inside = inside.parent() < 0 ? null : policy.endpoints().get(inside.parent());
    }
    return inside != null;
  }
}
