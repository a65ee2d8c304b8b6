package org.firebreak.core.policy;

import org.firebreak.core.address.AddressSet;
import org.firebreak.model.FirebreakPackage.Literals;

/**
 * The addresses on one side of a rule, under the name of the endpoint that they come from. Rules of
 * one rule set that name the same endpoint share the same instance.
 *
 * @param element endpoint of the model; {@code null} for {@link #ANY} and for computed sets
 * @param name name for people; for computed sets what they hold
 * @param addresses the addresses
 */
public record AddressGroup(ElementRef element, String name, AddressSet addresses) {
  /** Every address; on the own side of a host's rule, all addresses of that host. */
  public static final AddressGroup ANY = new AddressGroup(null, "any", AddressSet.ANY);

  public boolean isAny() {
    return addresses.isAny();
  }

  /** Whether these are addresses of servers, which come and go, and not those of a network. */
  public boolean isOfServers() {
    return !isAny()
        && (element == null || !element.type().equals(Literals.EXTERNAL_NETWORK.getName()));
  }
}
