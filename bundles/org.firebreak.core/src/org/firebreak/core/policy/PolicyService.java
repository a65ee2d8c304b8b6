package org.firebreak.core.policy;

import org.firebreak.core.service.ServiceMatch;
import org.firebreak.model.Encryption;

/**
 * A service of the design, as flows and tripwires use it.
 *
 * @param match what it covers
 * @param application confirmed application name (App-ID); {@code null} if none
 * @param encryption whether it is encrypted on the wire
 */
public record PolicyService(
    ElementRef ref, ServiceMatch match, String application, Encryption encryption) {}
