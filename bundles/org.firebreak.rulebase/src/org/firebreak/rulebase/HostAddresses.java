package org.firebreak.rulebase;

import org.firebreak.core.address.AddressSet;

/** Addresses of hosts, for rule bases that name hosts (by tag, label or name) and not addresses. */
public interface HostAddresses {
  /** No host is known. */
  HostAddresses NONE = host -> AddressSet.EMPTY;

  /**
   * All addresses of a host; empty if it is unknown.
   *
   * @param host model id of the server if the rule base carries it, else the host's name
   */
  AddressSet of(String host);

  /**
   * All addresses of hosts of which the rule base says the name alone: pods with some labels,
   * members of a security group. If they are unknown, whoever reads the rule base may have
   * addresses stand for them, which it knows again in what was read; by default there are none.
   */
  default AddressSet named(String name) {
    return of(name);
  }

  /** Whether zones of a design are known, and all of them. */
  default boolean knowsZones() {
    return false;
  }

  /**
   * All addresses of the servers in a zone of the design; {@code null} if there is no such zone.
   *
   * @param id model id of the zone
   */
  default AddressSet zone(String id) {
    return null;
  }
}
