package org.firebreak.core.reach;

import org.firebreak.core.policy.PolicyServer;

/**
 * How far an intruder gets from one server.
 *
 * @param server the compromised server
 * @param direct other servers to which it can open a connection
 * @param multiHop other servers that can be reached over any number of hops
 */
public record ServerRadius(PolicyServer server, int direct, int multiHop) {}
