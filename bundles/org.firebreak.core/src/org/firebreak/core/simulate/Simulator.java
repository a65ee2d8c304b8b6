package org.firebreak.core.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RoutingDomain;
import org.firebreak.core.service.IpProtocols;
import org.firebreak.core.simulate.EndFinder.Meaning;

/** Answers queries by the compiled policy, and never guesses what a name or an address means. */
public final class Simulator {
  private final CompiledPolicy policy;
  private final EndFinder finder;

  public Simulator(CompiledPolicy policy) {
    this.policy = policy;
    this.finder = new EndFinder(policy);
  }

  /**
   * What the policy says of a query.
   *
   * @throws QueryException if a part of it is not valid or may mean several things
   */
  public Answer answer(Query query) throws QueryException {
    int protocol = Protocols.number(query.protocol());
    int port = Protocols.port(protocol, query.port());
    int type = Protocols.icmpType(protocol, query.icmpType());
    int code = Protocols.icmpCode(protocol, query.icmpCode());
    Meaning from = finder.find(query.from());
    Meaning to = finder.find(query.to());
    RoutingDomain domain =
        query.tenant().isBlank() ? domainOf(from, to) : domainNamed(query.tenant().strip());
    List<String> notes = new ArrayList<>(0);
    PolicyServer client = only(from, domain);
    PolicyServer server = only(to, domain);
    List<Address> sources = addresses(from, client, domain);
    List<Address> destinations = addresses(to, server, domain);
    for (Address source : sources) {
      for (Address destination : destinations) {
        if (source.v6() == destination.v6()) {
          noteChoice(client, sources, source, notes);
          noteChoice(server, destinations, destination, notes);
          noteEcho(protocol, type, query, notes);
          Connection connection =
              new Connection(domain, source, destination, protocol, port, type, code);
          return new Answer(
              new End(client, source),
              new End(server, destination),
              connection,
              policy.decide(connection),
              notes);
        }
      }
    }
    throw new QueryException(
        from.text()
            + " has IPv"
            + (sources.get(0).v6() ? "6" : "4")
            + " addresses only, and "
            + to.text()
            + " has none; nothing can be sent between them");
  }

  private RoutingDomain domainNamed(String tenant) throws QueryException {
    for (RoutingDomain domain : policy.domains()) {
      if (!domain.isShared() && domain.name().equals(tenant)) {
        return domain;
      }
    }
    if (tenant.equals(policy.sharedDomain().name())) {
      return policy.sharedDomain();
    }
    String known =
        policy.domains().stream()
            .map(each -> each.name() + (each.isShared() ? " (what no tenant owns)" : ""))
            .collect(Collectors.joining(", "));
    throw new QueryException("the design has no tenant '" + tenant + "'; it has " + known);
  }

  /** The routing domain of the end that belongs to one tenant; else the shared one. */
  private RoutingDomain domainOf(Meaning from, Meaning to) throws QueryException {
    if (policy.domains().size() == 1) {
      return policy.sharedDomain();
    }
    RoutingDomain client = from.servers().size() == 1 ? from.servers().get(0).domain() : null;
    RoutingDomain server = to.servers().size() == 1 ? to.servers().get(0).domain() : null;
    boolean clientDecides = client != null && !client.isShared();
    boolean serverDecides = server != null && !server.isShared();
    if (clientDecides && serverDecides && !client.equals(server)) {
      throw new QueryException(
          from.text()
              + " belongs to tenant "
              + client.name()
              + " and "
              + to.text()
              + " to tenant "
              + server.name()
              + ", which have no common routing domain; name the tenant in whose domain to look"
              + " both up");
    }
    if (clientDecides) {
      return client;
    }
    if (serverDecides) {
      return server;
    }
    for (Meaning end : List.of(from, to)) {
      if (end.servers().size() > 1) {
        throw ambiguous(end);
      }
    }
    return policy.sharedDomain();
  }

  private QueryException ambiguous(Meaning end) {
    return new QueryException(
        "'" + end.text() + "' may be " + finder.describe(end.servers()) + "; name the tenant");
  }

  /** The server that is meant in the domain; {@code null} for an address of none. */
  private PolicyServer only(Meaning anywhere, RoutingDomain domain) throws QueryException {
    Meaning end = anywhere.in(domain, policy);
    if (end.servers().size() > 1) {
      throw new QueryException(
          "'" + end.text() + "' may be " + finder.describe(end.servers()) + "; use the address");
    }
    if (end.servers().isEmpty() && end.address() == null) {
      throw new QueryException(
          "'"
              + end.text()
              + "' is "
              + finder.describe(anywhere.servers())
              + ", which cannot be reached in the routing domain "
              + domain.name());
    }
    return end.servers().isEmpty() ? null : end.servers().get(0);
  }

  private List<Address> addresses(Meaning end, PolicyServer server, RoutingDomain domain)
      throws QueryException {
    if (end.address() != null) {
      return List.of(end.address());
    }
    List<Address> own =
        server.addresses().stream()
            .filter(address -> policy.serverAt(domain, address).filter(server::equals).isPresent())
            .toList();
    if (own.isEmpty()) {
      throw new QueryException(
          "server "
              + end.text()
              + " has no valid address of its own in the routing domain "
              + domain.name()
              + "; the findings tell more");
    }
    return own;
  }

  private static void noteChoice(
      PolicyServer server, List<Address> addresses, Address chosen, List<String> notes) {
    if (addresses.size() > 1) {
      notes.add(
          server.ref().name()
              + " has "
              + addresses.size()
              + " addresses; "
              + chosen
              + " is used, name another to ask for that");
    }
  }

  private static void noteEcho(int protocol, int type, Query query, List<String> notes) {
    if (IpProtocols.isIcmp(protocol) && query.icmpType().isBlank()) {
      notes.add("no ICMP type is given; an echo request (type " + type + ") is assumed");
    }
  }
}
