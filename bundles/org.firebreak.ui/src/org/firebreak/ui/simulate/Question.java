package org.firebreak.ui.simulate;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.model.Protocol;

/**
 * A connection as a user asks for it.
 *
 * @param from name of a server, or an address
 * @param to name of a server, or an address
 * @param protocol transport protocol
 * @param number destination port, or ICMP type; may be empty where the protocol has none
 * @param tenant tenant in whose routing domain the ends are looked up; empty if it does not matter
 */
record Question(String from, String to, Protocol protocol, String number, String tenant) {
  private static final int ECHO_REQUEST = 8;
  private static final int ECHO_REQUEST_V6 = 128;

  /**
   * The connection that is meant.
   *
   * @throws IllegalArgumentException if an end is unknown or may mean several things; the message
   *     says what to write instead
   */
  Connection in(CompiledPolicy policy) {
    List<PolicyServer> clients = servers(policy, from, "From");
    List<PolicyServer> servers = servers(policy, to, "To");
    RoutingDomain domain = domain(policy, clients, servers);
    List<Address> sources = addresses(policy, domain, clients, from);
    List<Address> destinations = addresses(policy, domain, servers, to);
    for (Address source : sources) {
      for (Address destination : destinations) {
        if (source.v6() == destination.v6()) {
          return connection(domain, source, destination);
        }
      }
    }
    throw new IllegalArgumentException(
        "From and To have no addresses of the same family (IPv4 or IPv6).");
  }

  private Connection connection(RoutingDomain domain, Address source, Address destination) {
    int ip = IpProtocols.number(protocol);
    int value = number(ip);
    return IpProtocols.isIcmp(ip)
        ? new Connection(domain, source, destination, ip, 0, value, 0)
        : Connection.of(domain, source, destination, ip, value);
  }

  private int number(int ip) {
    String text = number.strip();
    if (IpProtocols.isIcmp(ip)) {
      int echo = ip == IpProtocols.ICMP ? ECHO_REQUEST : ECHO_REQUEST_V6;
      return text.isEmpty() ? echo : number(text, 255, "an ICMP type from 0 to 255");
    }
    return IpProtocols.hasPorts(ip) ? number(text, 65535, "a port from 0 to 65535") : 0;
  }

  private static int number(String text, int most, String wanted) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException("Name " + wanted + ".");
    }
    return Integer.parseInt(text);
  }

  /** The servers of that name; none for an address. */
  private static List<PolicyServer> servers(CompiledPolicy policy, String text, String field) {
    String name = text.strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(field + ": name a server or an address.");
    }
    List<PolicyServer> found =
        policy.servers().stream()
            .filter(server -> server.ref().name().equalsIgnoreCase(name))
            .toList();
    if (found.isEmpty()) {
      try {
        Address.parse(name);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            field + ": no server is called " + name + ", and it is no address.", e);
      }
    }
    return found;
  }

  private RoutingDomain domain(
      CompiledPolicy policy, List<PolicyServer> clients, List<PolicyServer> servers) {
    if (!tenant.isBlank()) {
      return policy.domains().stream()
          .filter(domain -> domain.name().equals(tenant.strip()))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No tenant is called " + tenant + "."));
    }
    List<RoutingDomain> owners = new ArrayList<>();
    for (List<PolicyServer> end : List.of(clients, servers)) {
      end.stream().map(PolicyServer::domain).filter(each -> !each.isShared()).forEach(owners::add);
    }
    List<RoutingDomain> different = owners.stream().distinct().toList();
    if (different.size() > 1) {
      throw new IllegalArgumentException(
          "The ends may belong to several tenants; choose the tenant in whose routing domain they"
              + " are meant.");
    }
    return different.isEmpty() ? policy.sharedDomain() : different.get(0);
  }

  private static List<Address> addresses(
      CompiledPolicy policy, RoutingDomain domain, List<PolicyServer> named, String text) {
    if (named.isEmpty()) {
      return List.of(Address.parse(text.strip()));
    }
    List<PolicyServer> reachable =
        named.stream()
            .filter(server -> server.domain().isShared() || server.domain().equals(domain))
            .toList();
    if (reachable.size() != 1) {
      throw new IllegalArgumentException(
          reachable.isEmpty()
              ? text + " cannot be reached in the routing domain " + domain.name() + "."
              : "Several servers are called " + text + "; write the address.");
    }
    List<Address> own =
        reachable.get(0).addresses().stream()
            .filter(each -> policy.serverAt(domain, each).filter(named::contains).isPresent())
            .toList();
    if (own.isEmpty()) {
      throw new IllegalArgumentException(text + " has no valid address of its own.");
    }
    return own;
  }
}
