package org.firebreak.exports.aci;

import java.util.BitSet;
import org.firebreak.core.policy.Rule;

/**
 * What some atoms may, or may not, open to others.
 *
 * @param level priority of a denial: {@code default} beats all permits but those for the same
 *     services, {@code level1} none; {@code null} for permits
 * @param redirected whether the service graph is attached
 * @param rule rule of the policy from which it comes; several rule sets may have it
 */
record Contract(
    String name,
    BitSet consumers,
    BitSet providers,
    ServiceParts services,
    String level,
    boolean log,
    boolean redirected,
    Rule rule) {
  boolean denies() {
    return level != null;
  }

  /** Whether it changes nothing but what is logged. */
  boolean isBelowPermits() {
    return "level1".equals(level);
  }

  /** Atoms of which it says something among their own members too. */
  BitSet both() {
    BitSet both = (BitSet) consumers.clone();
    both.and(providers);
    return both;
  }
}
