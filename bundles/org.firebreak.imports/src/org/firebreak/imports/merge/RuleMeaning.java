package org.firebreak.imports.merge;

/**
 * What is known of a rule base as a whole.
 *
 * @param v4 whether it decides about IPv4
 * @param v6 whether it decides about IPv6
 * @param privateServers whether single private addresses that the design does not know become
 *     servers, and not external networks
 */
public record RuleMeaning(boolean v4, boolean v6, boolean privateServers) {}
