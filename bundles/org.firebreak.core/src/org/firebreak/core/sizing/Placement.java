package org.firebreak.core.sizing;

import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;

/**
 * Where the traffic of a flow is enforced, as shares of its connections.
 *
 * @param central share at each central firewall, in order of appearance; a connection on the
 *     boundary of two counts at both
 * @param anyCentral share that crosses at least one central firewall
 * @param oneHost share enforced at the host of one end
 * @param twoHosts share enforced at the hosts of both ends
 * @param unseen share that no firewall sees, inside a group
 * @param crossing share between different groups
 * @param assumed whether an end has no server with an address, so that the strategy alone decided
 * @param zones share between each pair of zones, in order of appearance
 * @param ends share enforced at the hosts of the servers of each class
 */
record Placement(
    Map<ElementRef, Double> central,
    double anyCentral,
    double oneHost,
    double twoHosts,
    double unseen,
    double crossing,
    boolean assumed,
    Map<ZonePair, Double> zones,
    List<End> ends) {

  /** From the zone of the client to that of the server. */
  record ZonePair(ElementRef from, ElementRef to) {}

  /**
   * Share that the hosts of a class of servers enforce together; a negative one takes back what a
   * class that contains it was given too much.
   */
  record End(ServerClass servers, double share) {}

  double hosts() {
    return oneHost + twoHosts;
  }
}
