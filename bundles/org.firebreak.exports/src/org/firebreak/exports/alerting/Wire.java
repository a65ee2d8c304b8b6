package org.firebreak.exports.alerting;

import org.firebreak.core.packets.Intervals;
import org.firebreak.core.policy.PolicyTripwire;

/**
 * A tripwire with what it is the first to cover.
 *
 * @param ruleId id of the compiled rules made from it, as log entries of firewalls tell it
 * @param services the services that no earlier tripwire covers
 */
public record Wire(PolicyTripwire tripwire, String ruleId, Intervals services) {}
