package org.firebreak.exports.cloud;

import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.AddressGroup;
import org.firebreak.core.policy.Rule;

/**
 * Connections that a host permits whatever its other rules say.
 *
 * @param rule rule from which it comes
 * @param peer the other end: sources of inbound connections, destinations of outbound ones
 * @param own addresses of the host; any for all of them
 * @param services set on the {@link org.firebreak.core.packets.ServiceLine}
 */
public record Permit(Rule rule, AddressGroup peer, AddressSet own, Intervals services) {
  /** Whether it permits nothing. */
  boolean isEmpty() {
    return peer.addresses().isEmpty() || own.isEmpty() || services.isEmpty();
  }

  Permit withPeer(AddressSet addresses) {
    return addresses.equals(peer.addresses())
        ? this
        : new Permit(
            rule, new AddressGroup(null, peer.name() + " in part", addresses), own, services);
  }

  Permit withOwn(AddressSet addresses) {
    return new Permit(rule, peer, addresses, services);
  }

  Permit withServices(Intervals left) {
    return new Permit(rule, peer, own, left);
  }
}
