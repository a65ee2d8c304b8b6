package org.firebreak.imports.merge;

import org.firebreak.imports.spi.StandIns;

/**
 * What is known of a rule base as a whole.
 *
 * @param v4 whether it decides about IPv4
 * @param v6 whether it decides about IPv6
 * @param privateServers whether single private addresses that the design does not know become
 *     servers, and not external networks
 * @param standIns hosts of which the name alone is known
 */
public record RuleMeaning(boolean v4, boolean v6, boolean privateServers, StandIns standIns) {}
