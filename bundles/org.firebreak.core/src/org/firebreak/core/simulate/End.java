package org.firebreak.core.simulate;

import org.firebreak.core.address.Address;
import org.firebreak.core.policy.PolicyServer;

/**
 * One end of a connection.
 *
 * @param server the server of the design; {@code null} for an address outside
 * @param address the address
 */
public record End(PolicyServer server, Address address) {
  /** {@code web1 (10.0.1.1)}, or the address alone. */
  @Override
  public String toString() {
    return server == null ? address.toString() : server.ref().name() + " (" + address + ")";
  }
}
