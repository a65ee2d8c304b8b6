package org.firebreak.core.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.firebreak.core.address.Address;
import org.firebreak.core.address.AddressRange;
import org.firebreak.core.address.AddressSet;

/**
 * The last rules of a central firewall in one routing domain. A connection is in the stricter phase
 * of its two ends; an end outside the design has none, and between two such ends the default
 * counts.
 *
 * <pre>
 * 1. tripwires of servers in phases enforce and alert   deny, log, alert
 * 2. the rest of servers in phase enforce               deny, log
 * 3. tripwires of servers in phase monitor              permit, log
 * 4. the rest of servers in phases alert and monitor    permit, log
 * 5. all else, by the default phase
 * </pre>
 *
 * Parts that the last one says anyway are left out; in one phase throughout, it is all there is.
 */
final class CentralDenials {
  private final EndpointTable table;
  private final AddressTable addresses;
  private final RoutingDomain domain;
  private final PhaseTable phases;

  CentralDenials(
      EndpointTable table, AddressTable addresses, RoutingDomain domain, PhaseTable phases) {
    this.table = table;
    this.addresses = addresses;
    this.domain = domain;
    this.phases = phases;
  }

  List<Rule> rules(List<PolicyTripwire> tripwires) {
    RolloutPhase byDefault = phases.byDefault();
    Denials denials = new Denials(Rule.Direction.FORWARD, tripwires);
    Set<RolloutPhase> used = used();
    used.remove(byDefault);
    if (used.isEmpty()) {
      return denials.add(byDefault).rules();
    }
    boolean enforce = byDefault == RolloutPhase.ENFORCE;
    boolean monitor = byDefault == RolloutPhase.MONITOR;
    boolean allTripwiresDeny = !monitor && !used.contains(RolloutPhase.MONITOR);
    denials.addTripwires(
        allTripwiresDeny ? AddressGroup.ANY : in(RolloutPhase.ENFORCE, RolloutPhase.ALERT), true);
    denials.addRest(in(RolloutPhase.ENFORCE), true);
    if (!monitor) {
      denials.addTripwires(in(RolloutPhase.MONITOR), false);
      denials.addRest(
          enforce ? in(RolloutPhase.ALERT, RolloutPhase.MONITOR) : in(RolloutPhase.MONITOR), false);
    }
    if (!allTripwiresDeny) {
      return denials.add(byDefault).rules();
    }
    return denials.addRest(AddressGroup.ANY, enforce).rules();
  }

  /** The phases of the servers whose connections the firewall decides. */
  private Set<RolloutPhase> used() {
    Set<RolloutPhase> used = EnumSet.noneOf(RolloutPhase.class);
    for (PolicyServer server : table.servers) {
      if (isDecidedHere(server) && !server.addresses().isEmpty()) {
        used.add(phases.of(server.index()));
      }
    }
    return used;
  }

  private boolean isDecidedHere(PolicyServer server) {
    return !server.micro() && domain.reaches(server);
  }

  private AddressGroup in(RolloutPhase first, RolloutPhase... more) {
    Set<RolloutPhase> wanted = EnumSet.of(first, more);
    List<AddressRange> ranges = new ArrayList<>();
    for (PolicyServer server : table.servers) {
      if (isDecidedHere(server) && wanted.contains(phases.of(server.index()))) {
        for (Address address : server.addresses()) {
          if (addresses.owner(domain, address) == server.index()) {
            ranges.add(AddressRange.of(address));
          }
        }
      }
    }
    String names = first.literal() + (more.length == 0 ? "" : " or " + more[0].literal());
    return new AddressGroup(null, "servers in phase " + names, AddressSet.of(ranges));
  }
}
