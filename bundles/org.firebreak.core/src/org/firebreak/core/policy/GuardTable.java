package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.EnforcementKind;
import org.firebreak.model.EnforcementPoint;

/**
 * The enforcement points and the servers that each guards. A design without a central firewall has
 * an implied one, so that its policy is enforced somewhere; hosts likewise.
 */
final class GuardTable {
  /**
   * An enforcement point.
   *
   * @param model appliance of the catalogue; {@code null} if the design names none
   * @param servers indexes of the guarded servers; {@code null} for all
   * @param purpose indexes of the servers for whose sake it is there; {@code null} for those that
   *     it guards
   */
  record Guard(ElementRef ref, String platform, String model, BitSet servers, BitSet purpose) {
    /** Whether a routing domain needs it that has these servers. */
    boolean isNeededFor(BitSet some) {
      BitSet wanted = purpose == null ? servers : purpose;
      return wanted == null ? !some.isEmpty() : wanted.intersects(some);
    }

    boolean guards(int server) {
      return servers == null || server >= 0 && servers.get(server);
    }
  }

  private static final Guard IMPLIED_FIREWALL =
      new Guard(
          new ElementRef("central", "EnforcementPoint", "Central firewall"),
          null,
          null,
          null,
          null);
  private static final Guard IMPLIED_HOSTS =
      new Guard(new ElementRef("hosts", "EnforcementPoint", "Hosts"), null, null, null, null);

  final List<Guard> firewalls = new ArrayList<>();
  final List<Guard> hosts = new ArrayList<>();

  private GuardTable() {}

  static GuardTable of(Design design, EndpointTable endpoints, List<PolicyNote> notes) {
    GuardTable table = new GuardTable();
    for (EnforcementPoint point : design.getEnforcementPoints()) {
      (point.getKind() == EnforcementKind.CENTRAL ? table.firewalls : table.hosts)
          .add(guard(point, endpoints));
    }
    if (table.firewalls.isEmpty()) {
      table.firewalls.add(IMPLIED_FIREWALL);
    } else if (!table.leftOut(endpoints).isEmpty()) {
      notes.add(
          new PolicyNote(
              PolicyNote.Code.UNGUARDED,
              List.of(),
              "Some servers are guarded by no central firewall; an implied one enforces their"
                  + " policy"));
      table.firewalls.add(
          new Guard(IMPLIED_FIREWALL.ref(), null, null, null, table.leftOut(endpoints)));
    }
    table.hosts.add(IMPLIED_HOSTS);
    return table;
  }

  private static Guard guard(EnforcementPoint point, EndpointTable endpoints) {
    BitSet servers = point.getGuards().isEmpty() ? null : new BitSet();
    for (Endpoint endpoint : point.getGuards()) {
      PolicyEndpoint guarded = endpoints.get(endpoint);
      if (guarded != null) {
        servers.set(guarded.from(), guarded.to());
      }
    }
    return new Guard(ElementRef.of(point), point.getPlatform(), point.getModel(), servers, null);
  }

  private BitSet leftOut(EndpointTable endpoints) {
    BitSet leftOut = new BitSet();
    for (PolicyServer server : endpoints.servers) {
      if (!server.micro() && firewalls.stream().noneMatch(guard -> guard.guards(server.index()))) {
        leftOut.set(server.index());
      }
    }
    return leftOut;
  }

  /**
   * The central firewalls on whose boundary a connection between two servers lies; -1 is outside.
   */
  List<Guard> firewallsBetween(int source, int destination) {
    List<Guard> between = new ArrayList<>();
    for (Guard guard : firewalls) {
      boolean implied = guard.purpose() != null;
      if (!implied && (guard.guards(source) || guard.guards(destination))) {
        between.add(guard);
      }
    }
    return between.isEmpty() ? List.of(firewalls.get(firewalls.size() - 1)) : between;
  }

  List<ElementRef> firewallsOf(int server) {
    List<ElementRef> found = new ArrayList<>(firewalls.size());
    for (Guard guard : firewalls) {
      if (guard.purpose() == null && guard.guards(server)) {
        found.add(guard.ref());
      }
    }
    return found;
  }

  /** The appliance that the design names for an enforcement point; {@code null} for none. */
  String model(String id) {
    return Stream.concat(firewalls.stream(), hosts.stream())
        .filter(guard -> guard.ref().id().equals(id) && guard.model() != null)
        .map(Guard::model)
        .findFirst()
        .orElse(null);
  }

  /** The host enforcement point of a server. */
  Guard hostPoint(int server) {
    return hosts.stream().filter(guard -> guard.guards(server)).findFirst().orElseThrow();
  }
}
