package org.firebreak.core.policy;

import java.util.List;
import org.firebreak.core.address.Address;

/**
 * A server of the compiled policy.
 *
 * @param index position in {@link CompiledPolicy#servers()}, in the containment order of the model
 * @param group position of its group in {@link CompiledPolicy#groups()}; a server outside any group
 *     is a group of its own
 * @param micro whether it is microsegmented by the strategy
 * @param quarantined whether it is cut off: its host lets nobody but responders in, and nothing
 *     out, whatever {@code micro} says
 * @param internetFacing whether it can be reached from the Internet by its purpose
 * @param domain routing domain in which its addresses lie
 * @param addresses its valid addresses, in the order of the model
 * @param hypervisorHost physical host on which it runs, {@code null} if unknown
 */
public record PolicyServer(
    int index,
    ElementRef ref,
    int group,
    boolean micro,
    boolean quarantined,
    boolean internetFacing,
    RoutingDomain domain,
    List<Address> addresses,
    String hypervisorHost) {
  /** Whether its host has rules of its own: it is microsegmented or quarantined. */
  public boolean enforcedAtHost() {
    return micro || quarantined;
  }
}
