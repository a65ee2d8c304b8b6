package org.firebreak.core.sizing;

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
 */
record Placement(
    Map<ElementRef, Double> central,
    double anyCentral,
    double oneHost,
    double twoHosts,
    double unseen,
    double crossing,
    boolean assumed) {

  double hosts() {
    return oneHost + twoHosts;
  }
}
