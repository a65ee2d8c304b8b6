package org.firebreak.core.policy;

import org.firebreak.model.EnforcementKind;

/**
 * Where a connection is enforced.
 *
 * @param kind central firewall or host
 * @param ref the enforcement point, or the server at whose packet filter it is enforced
 */
public record Enforcer(EnforcementKind kind, ElementRef ref) {
  /** {@code host web1}, {@code Core firewall}. */
  @Override
  public String toString() {
    return kind == EnforcementKind.HOST ? "host " + ref.name() : ref.name();
  }
}
