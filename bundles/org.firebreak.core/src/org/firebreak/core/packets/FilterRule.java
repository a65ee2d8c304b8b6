package org.firebreak.core.packets;

import org.firebreak.core.address.AddressSet;

/**
 * A rule of a packet filter.
 *
 * @param name name of the rule in its rule base, for people; never {@code null}
 * @param place where it stands, for instance {@code rules.nft:41}; never {@code null}
 * @param services set on the {@link ServiceLine}
 */
public record FilterRule(
    String name,
    String place,
    AddressSet source,
    AddressSet destination,
    Intervals services,
    Outcome outcome) {}
