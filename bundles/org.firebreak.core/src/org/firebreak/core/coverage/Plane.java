package org.firebreak.core.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;

/**
 * The ends that connections of one address family can have in one routing domain, on one line:
 * first the addresses of servers in the order of servers, so that a zone or group is one interval;
 * then what lies between the bounds of external networks and belongs to no server, one point for
 * all addresses that the same networks hold. A server whose addresses are not known yet is a point
 * that no network holds, and so is a group or zone without servers, for those that will come.
 */
final class Plane {
  private record Owned(Address address, int point) {}

  private final CompiledPolicy policy;
  private final RoutingDomain domain;
  private final boolean v6;
  private final int[] endOf;
  private int[] endpointOf = new int[16];
  private Address[] addressOf = new Address[16];
  private int points;
  private final List<Owned> sorted = new ArrayList<>();

  /** First addresses of the elementary ranges between bounds of networks, in order. */
  private final List<Address> segments = new ArrayList<>();

  /** The number of points before each segment; one more than segments. */
  private int[] pointsBefore;

  /** An address without server of each network point. */
  private final List<Address> free = new ArrayList<>();

  private final Map<Object, Intervals> ends = new HashMap<>();

  Plane(CompiledPolicy policy, RoutingDomain domain, boolean v6) {
    this.policy = policy;
    this.domain = domain;
    this.v6 = v6;
    endOf = endOf(policy.endpoints());
    for (PolicyEndpoint end : policy.endpoints()) {
      if (!end.isExternal() && endOf[end.index()] == end.index() + 1) {
        addLeaf(end);
      }
    }
    sorted.sort(Comparator.comparing(Owned::address));
    addSegments();
  }

  /** For each endpoint the index after the last inside it; endpoints are in containment order. */
  private static int[] endOf(List<PolicyEndpoint> endpoints) {
    int[] endOf = new int[endpoints.size()];
    for (int i = endOf.length - 1; i >= 0; i--) {
      endOf[i] = Math.max(endOf[i], i + 1);
      int parent = endpoints.get(i).parent();
      if (parent >= 0) {
        endOf[parent] = Math.max(endOf[parent], endOf[i]);
      }
    }
    return endOf;
  }

  private void addLeaf(PolicyEndpoint leaf) {
    if (leaf.from() == leaf.to()) {
      addPoint(leaf, null);
      return;
    }
    PolicyServer server = policy.servers().get(leaf.from());
    if (!server.domain().isShared() && !server.domain().equals(domain)) {
      return;
    }
    if (server.addresses().isEmpty()) {
      addPoint(leaf, null);
    }
    for (Address address : server.addresses()) {
      if (address.v6() == v6
          && policy.serverAt(domain, address).filter(owner -> owner == server).isPresent()) {
        sorted.add(new Owned(address, points));
        addPoint(leaf, address);
      }
    }
  }

  private void addPoint(PolicyEndpoint leaf, Address address) {
    if (points == endpointOf.length) {
      endpointOf = Arrays.copyOf(endpointOf, 2 * points);
      addressOf = Arrays.copyOf(addressOf, 2 * points);
    }
    endpointOf[points] = leaf.index();
    addressOf[points++] = address;
  }

  private void addSegments() {
    TreeSet<Address> bounds = new TreeSet<>();
    List<AddressRange> ranges = new ArrayList<>();
    for (PolicyEndpoint end : policy.endpoints()) {
      if (end.isExternal()) {
        ranges.addAll(family(end.network()).ranges());
      }
    }
    AddressSet outside = AddressSet.of(ranges);
    for (AddressRange range : ranges) {
      bounds.add(range.first());
      if (after(range.last()) != null) {
        bounds.add(after(range.last()));
      }
    }
    segments.addAll(bounds);
    pointsBefore = new int[segments.size() + 1];
    for (int i = 0; i < segments.size(); i++) {
      Address end = i + 1 < segments.size() ? segments.get(i + 1) : null;
      Address unowned = outside.contains(segments.get(i)) ? unowned(segments.get(i), end) : null;
      if (unowned != null) {
        free.add(unowned);
      }
      pointsBefore[i + 1] = free.size();
    }
  }

  private AddressSet family(AddressSet set) {
    return v6 ? set.v6() : set.v4();
  }

  /** The first address of no server; {@code null} if all before the end are of servers. */
  private Address unowned(Address from, Address end) {
    Address address = from;
    for (int i = firstFrom(from); i < sorted.size(); i++) {
      if (!sorted.get(i).address().equals(address)) {
        break;
      }
      address = after(address);
    }
    return address == null || end != null && address.compareTo(end) >= 0 ? null : address;
  }

  /** The next address; {@code null} after the last of a family. */
  private static Address after(Address address) {
    if (!address.v6()) {
      return address.low() == 0xFFFF_FFFFL ? null : Address.v4((int) address.low() + 1);
    }
    if (address.low() == -1) {
      return address.high() == -1 ? null : Address.v6(address.high() + 1, 0);
    }
    return Address.v6(address.high(), address.low() + 1);
  }

  RoutingDomain domain() {
    return domain;
  }

  /** The points of servers. */
  Intervals servers() {
    return Intervals.of(0, points);
  }

  /** The points of a server. */
  Intervals server(int server) {
    return of(policy.endpointOf(policy.servers().get(server)));
  }

  /** The points of the servers from one index to before the other. */
  Intervals servers(int from, int to) {
    return from >= to
        ? Intervals.EMPTY
        : Intervals.of(
            firstPoint(policy.endpointOf(policy.servers().get(from)).index()),
            firstPoint(policy.endpointOf(policy.servers().get(to - 1)).index() + 1));
  }

  /** Index of the server of a point; -1 if it stands for a group without servers. */
  int serverAt(int point) {
    PolicyEndpoint leaf = policy.endpoints().get(endpointOf[point]);
    return leaf.from() < leaf.to() ? leaf.from() : -1;
  }

  private int firstPoint(int endpoint) {
    int low = 0;
    int high = points;
    while (low < high) {
      int middle = low + high >>> 1;
      if (endpointOf[middle] < endpoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** What an endpoint holds. */
  Intervals of(PolicyEndpoint end) {
    return end.isExternal()
        ? ends.computeIfAbsent(end.network(), key -> network(family(end.network())))
        : ends.computeIfAbsent(
            end.index(),
            key -> Intervals.of(firstPoint(end.index()), firstPoint(endOf[end.index()])));
  }

  private Intervals network(AddressSet network) {
    BitSet held = new BitSet();
    for (AddressRange range : network.ranges()) {
      for (int i = firstFrom(range.first());
          i < sorted.size() && range.contains(sorted.get(i).address());
          i++) {
        held.set(sorted.get(i).point());
      }
      Address end = after(range.last());
      int last = end == null ? segments.size() : segment(end);
      held.set(points + pointsBefore[segment(range.first())], points + pointsBefore[last]);
    }
    return Intervals.of(held);
  }

  private int segment(Address bound) {
    return Collections.binarySearch(segments, bound);
  }

  private int firstFrom(Address address) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (sorted.get(middle).address().compareTo(address) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The connection of the first points that have an address, or of the first. */
  FiveTuple example(Box box) {
    int service = ServiceLine.familiar(box.service());
    return new FiveTuple(
        domain,
        end(box.source()),
        end(box.destination()),
        ServiceLine.protocol(service),
        ServiceLine.port(service),
        ServiceLine.icmpType(service),
        ServiceLine.icmpCode(service));
  }

  private FiveTuple.End end(Intervals set) {
    for (int i = 0; i < set.count(); i++) {
      for (int point = set.from(i); point < set.to(i); point++) {
        if (point >= points) {
          return new FiveTuple.End(null, free.get(point - points));
        }
        if (addressOf[point] != null) {
          return end(point);
        }
      }
    }
    return end(set.from(0));
  }

  private FiveTuple.End end(int point) {
    return new FiveTuple.End(policy.endpoints().get(endpointOf[point]), addressOf[point]);
  }
}
