package org.firebreak.core.policy;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Servers that are cut off, and who may still reach them, in addition to those of the design.
 *
 * @param servers model ids of servers
 * @param responders model ids of endpoints that may open connections to quarantined servers
 */
public record Quarantine(Set<String> servers, Set<String> responders) {
  /** Nothing beyond what the design says. */
  public static final Quarantine AS_DESIGNED = new Quarantine(Set.of(), Set.of());

  public Quarantine {
    servers = Collections.unmodifiableSet(new TreeSet<>(servers));
    responders = Collections.unmodifiableSet(new TreeSet<>(responders));
  }
}
