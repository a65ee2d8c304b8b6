package org.firebreak.exports.kubernetes;

import java.util.SortedMap;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.policy.PolicyServer;

/**
 * A server of the design as a pod, or several alike.
 *
 * @param namespace namespace in which it runs
 * @param labels labels that it carries
 * @param addresses addresses that the design gives it
 */
public record Workload(
    PolicyServer server,
    String namespace,
    SortedMap<String, String> labels,
    AddressSet addresses) {}
