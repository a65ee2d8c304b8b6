package org.firebreak.core.simulate;

/**
 * A connection as a person or a table writes it; texts may be empty but not null.
 *
 * @param from name of a server, or an address
 * @param to name of a server, or an address
 * @param protocol {@code tcp}, {@code icmp}, or an IP protocol number
 * @param port destination port; empty for protocols without ports
 * @param icmpType ICMP type; empty for an echo request
 * @param icmpCode ICMP code; empty for 0
 * @param tenant tenant in whose routing domain to look; empty if it does not matter
 */
public record Query(
    String from,
    String to,
    String protocol,
    String port,
    String icmpType,
    String icmpCode,
    String tenant) {}
