package org.firebreak.core.policy;

import org.firebreak.core.address.AddressSet;

/**
 * An endpoint of the model. Servers are numbered in containment order, so that a zone, a group and
 * a server each cover one run of indexes; an external network covers addresses.
 *
 * @param index position in {@link CompiledPolicy#endpoints()}
 * @param parent index of the endpoint that contains it; -1 for none
 * @param from index of the first covered server
 * @param to index after the last covered server
 * @param network addresses of an external network; {@code null} for all others
 */
public record PolicyEndpoint(
    int index, ElementRef ref, int parent, int from, int to, AddressSet network) {
  public boolean isExternal() {
    return network != null;
  }

  /** Whether a server is inside; an external network holds none. */
  public boolean holds(int server) {
    return from <= server && server < to;
  }
}
