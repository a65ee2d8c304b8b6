package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.firebreak.core.address.Address;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.Inspection;

/** Answers single connections: the intended policy, word for word. */
final class Decider {
  private final EndpointTable table;
  private final AddressTable addresses;
  private final FlowTable flows;
  private final GuardTable guards;
  private final QuarantineTable quarantine;
  private final List<PolicyEndpoint> externalDestinations;

  Decider(
      EndpointTable table,
      AddressTable addresses,
      FlowTable flows,
      GuardTable guards,
      QuarantineTable quarantine) {
    this.table = table;
    this.addresses = addresses;
    this.flows = flows;
    this.guards = guards;
    this.quarantine = quarantine;
    this.externalDestinations =
        table.endpoints.stream()
            .filter(PolicyEndpoint::isExternal)
            .filter(endpoint -> !flows.byDestination.get(endpoint.index()).isEmpty())
            .toList();
  }

  Verdict decide(Connection connection) {
    int source = addresses.owner(connection.domain(), connection.source());
    int destination = addresses.owner(connection.domain(), connection.destination());
    if (source < 0 && destination < 0) {
      return unenforced(
          Verdict.Kind.OUT_OF_SCOPE,
          "Neither "
              + connection.source()
              + " nor "
              + connection.destination()
              + " belongs to a server of the design.");
    }
    if (source == destination) {
      return unenforced(Verdict.Kind.PERMIT, "Both addresses are of " + name(source) + " itself.");
    }
    if (isQuarantined(source) || isQuarantined(destination)) {
      return quarantined(connection, source, destination);
    }
    if (isInsideGroup(source, destination)) {
      return unenforced(
          Verdict.Kind.PERMIT,
          name(source)
              + " and "
              + name(destination)
              + " are both in group "
              + table.groups.get(table.servers.get(source).group()).ref().name()
              + ", and neither is microsegmented.");
    }
    List<Enforcer> enforcers = enforcers(source, destination);
    PolicyFlow flow = firstCovering(connection, source, destination);
    return flow == null
        ? denied(connection, source, destination, enforcers)
        : permitted(connection, flow, enforcers);
  }

  private static Verdict unenforced(Verdict.Kind kind, String reason) {
    return new Verdict(kind, null, null, List.of(), null, false, reason);
  }

  private static Verdict permitted(
      Connection connection, PolicyFlow flow, List<Enforcer> enforcers) {
    return new Verdict(
        Verdict.Kind.PERMIT,
        flow.ref(),
        null,
        enforcers,
        flow.inspection(),
        flow.log(),
        "Flow " + flow.ref().name() + " permits " + connection.serviceText() + ".");
  }

  private Verdict denied(
      Connection connection, int source, int destination, List<Enforcer> enforcers) {
    String reason =
        "No flow permits "
            + connection.serviceText()
            + " from "
            + name(source, connection.source())
            + " to "
            + name(destination, connection.destination());
    for (PolicyTripwire tripwire : flows.tripwires) {
      if (tripwire.covers(connection)) {
        return new Verdict(
            Verdict.Kind.ALERT,
            null,
            tripwire.ref(),
            enforcers,
            null,
            true,
            reason + "; tripwire " + tripwire.ref().name() + " raises an alert.");
      }
    }
    return new Verdict(Verdict.Kind.DENY, null, null, enforcers, null, true, reason + ".");
  }

  private boolean isQuarantined(int server) {
    return server >= 0 && table.servers.get(server).quarantined();
  }

  private Verdict quarantined(Connection connection, int source, int destination) {
    boolean permitted = quarantine.isResponder(source, connection.source());
    String reason =
        permitted
            ? name(destination)
                + " is quarantined, and "
                + name(source, connection.source())
                + " is a responder."
            : name(isQuarantined(source) ? source : destination) + " is quarantined.";
    return new Verdict(
        permitted ? Verdict.Kind.PERMIT : Verdict.Kind.DENY,
        null,
        null,
        enforcers(source, destination),
        permitted ? Inspection.LAYER_4 : null,
        true,
        reason);
  }

  private boolean isInsideGroup(int source, int destination) {
    if (source < 0 || destination < 0) {
      return false;
    }
    PolicyServer client = table.servers.get(source);
    PolicyServer server = table.servers.get(destination);
    return client.group() == server.group() && !client.micro() && !server.micro();
  }

  /** Where the strategy has connections between two addresses enforced, whoever is quarantined. */
  List<Enforcer> enforcers(RoutingDomain domain, Address from, Address to) {
    int source = addresses.owner(domain, from);
    int destination = addresses.owner(domain, to);
    if (source == destination || isInsideGroup(source, destination)) {
      return List.of();
    }
    List<Enforcer> hosts = hosts(source, destination, PolicyServer::micro);
    return hosts.isEmpty() ? firewalls(source, destination) : hosts;
  }

  private List<Enforcer> enforcers(int source, int destination) {
    List<Enforcer> enforcers = hosts(source, destination, PolicyServer::enforcedAtHost);
    if (enforcers.isEmpty() || isQuarantined(source) || isQuarantined(destination)) {
      enforcers.addAll(firewalls(source, destination));
    }
    return List.copyOf(enforcers);
  }

  private List<Enforcer> hosts(int source, int destination, Predicate<PolicyServer> enforces) {
    List<Enforcer> hosts = new ArrayList<>(2);
    for (int server : new int[] {source, destination}) {
      if (server >= 0 && enforces.test(table.servers.get(server))) {
        hosts.add(new Enforcer(EnforcementKind.HOST, table.servers.get(server).ref()));
      }
    }
    return hosts;
  }

  private List<Enforcer> firewalls(int source, int destination) {
    return guards.firewallsBetween(source, destination).stream()
        .map(guard -> new Enforcer(EnforcementKind.CENTRAL, guard.ref()))
        .toList();
  }

  private PolicyFlow firstCovering(Connection connection, int source, int destination) {
    PolicyFlow first = null;
    int endpoint = destination < 0 ? -1 : table.endpointOfServer.get(destination);
    while (endpoint >= 0) {
      first = earlier(first, flows.byDestination.get(endpoint), connection, source);
      endpoint = table.endpoints.get(endpoint).parent();
    }
    for (PolicyEndpoint network : externalDestinations) {
      if (network.network().contains(connection.destination())) {
        first = earlier(first, flows.byDestination.get(network.index()), connection, source);
      }
    }
    return first;
  }

  /** The first flow of the list that covers the connection, if it precedes the one found so far. */
  private static PolicyFlow earlier(
      PolicyFlow found, List<PolicyFlow> candidates, Connection connection, int source) {
    for (PolicyFlow flow : candidates) {
      if (found != null && found.index() < flow.index()) {
        return found;
      }
      if (startsAt(flow.source(), source, connection.source()) && flow.covers(connection)) {
        return flow;
      }
    }
    return found;
  }

  private static boolean startsAt(PolicyEndpoint endpoint, int server, Address address) {
    return endpoint.isExternal()
        ? endpoint.network().contains(address)
        : server >= 0 && endpoint.holds(server);
  }

  private String name(int server) {
    return table.servers.get(server).ref().name();
  }

  private String name(int server, Address address) {
    return server < 0 ? address.toString() : name(server);
  }
}
