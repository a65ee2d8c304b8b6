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
}
