package org.firebreak.core.rollout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyEndpoint;
import org.firebreak.core.policy.PolicyFlow;
import org.firebreak.core.policy.PolicyService;
import org.firebreak.core.policy.PolicyTripwire;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.policy.Verdict;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Protocol;

/**
 * Chooses connections that show whether a policy is in force: for every flow one that must pass,
 * the same in the opposite direction, which must not, and a tripwire between the same servers.
 */
public final class AcceptanceChecks {
  /** TEST-NET-2 of RFC 5737: stands for any address outside the design. */
  private static final Address OUTSIDE_V4 = Address.parse("198.51.100.10");

  /** Documentation prefix of RFC 3849. */
  private static final Address OUTSIDE_V6 = Address.parse("2001:db8::10");

  private final CompiledPolicy policy;
  private final Map<Connection, AcceptanceCheck> checks = new LinkedHashMap<>();

  private AcceptanceChecks(CompiledPolicy policy) {
    this.policy = policy;
  }

  /**
   * The checks in the order of the flows.
   *
   * @param most how many flows at most are checked
   */
  public static List<AcceptanceCheck> of(CompiledPolicy policy, int most) {
    AcceptanceChecks checks = new AcceptanceChecks(policy);
    policy.flows().stream().limit(most).forEach(checks::add);
    return List.copyOf(checks.checks.values());
  }

  private void add(PolicyFlow flow) {
    for (RoutingDomain domain : policy.domains()) {
      Optional<Address[]> ends = ends(domain, flow);
      if (ends.isPresent() && !flow.services().isEmpty()) {
        Address source = ends.get()[0];
        Address destination = ends.get()[1];
        ServiceMatch match = flow.services().get(0).match();
        add(connection(domain, source, destination, match), true);
        add(connection(domain, destination, source, match), false);
        for (PolicyTripwire tripwire : policy.tripwires()) {
          tripwire.services().stream()
              .map(PolicyService::match)
              .findFirst()
              .ifPresent(tried -> add(connection(domain, source, destination, tried), false));
        }
        return;
      }
    }
  }

  private void add(Connection connection, boolean permitted) {
    boolean otherFamily =
        connection.protocol() == (connection.source().v6() ? IpProtocols.ICMP : IpProtocols.ICMPV6);
    if (otherFamily) {
      return;
    }
    Verdict verdict = policy.decide(connection);
    if (verdict.permits() == permitted && verdict.kind() != Verdict.Kind.OUT_OF_SCOPE) {
      checks.putIfAbsent(
          connection,
          new AcceptanceCheck(
              name(connection.domain(), connection.source()),
              name(connection.domain(), connection.destination()),
              connection,
              verdict));
    }
  }

  private String name(RoutingDomain domain, Address address) {
    return policy
        .serverAt(domain, address)
        .map(server -> server.ref().name())
        .orElseGet(address::toString);
  }

  private static Connection connection(
      RoutingDomain domain, Address source, Address destination, ServiceMatch match) {
    Protocol protocol = match.protocol();
    boolean any = protocol == Protocol.ANY;
    return new Connection(
        domain,
        source,
        destination,
        any ? IpProtocols.TCP : IpProtocols.number(protocol),
        any || match.ports().isAll() ? 443 : match.ports().ranges().get(0).first(),
        match.icmpType() < 0 ? echoRequest(protocol) : match.icmpType(),
        Math.max(match.icmpCode(), 0));
  }

  /** Type of an echo request: 8 (RFC 792), in ICMPv6 128 (RFC 4443). */
  private static int echoRequest(Protocol protocol) {
    return protocol == Protocol.ICMPV6 ? 128 : 8;
  }

  /** An address of each end, of one family, not of the same group. */
  private Optional<Address[]> ends(RoutingDomain domain, PolicyFlow flow) {
    List<Address> sources = candidates(domain, flow.source());
    List<Address> destinations = candidates(domain, flow.destination());
    for (Address source : sources) {
      for (Address destination : destinations) {
        if (source.v6() == destination.v6() && !source.equals(destination)) {
          Connection probe = Connection.of(domain, source, destination, IpProtocols.TCP, 1);
          if (!policy.decide(probe).enforcedAt().isEmpty()) {
            return Optional.of(new Address[] {source, destination});
          }
        }
      }
    }
    return Optional.empty();
  }

  private List<Address> candidates(RoutingDomain domain, PolicyEndpoint endpoint) {
    AddressSet set = policy.addresses(domain, endpoint);
    List<Address> candidates = new ArrayList<>();
    if (set.isAny()) {
      return List.of(OUTSIDE_V4, OUTSIDE_V6);
    }
    for (AddressRange range : set.ranges()) {
      candidates.add(endpoint.isExternal() ? inside(range) : range.first());
      if (candidates.size() == 8) {
        break;
      }
    }
    return candidates;
  }

  /** An address that a host may have: neither the network's nor its broadcast address. */
  private static Address inside(AddressRange range) {
    Address first = range.first();
    Address second = new Address(first.v6(), first.high(), first.low() + 1);
    return range.isSingle() || !range.contains(second) ? first : second;
  }
}
