package org.firebreak.core.rollout;

import org.firebreak.core.policy.Connection;
import org.firebreak.core.policy.Verdict;

/**
 * A connection to try after the policy is in force, with what must come of it.
 *
 * @param from name of the client: a server, or an address outside the design
 * @param to name of the server, or an address outside the design
 * @param verdict what the compiled policy says
 */
public record AcceptanceCheck(String from, String to, Connection connection, Verdict verdict) {}
