package org.firebreak.core.policy;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * For which part of a design rules are wanted. Verdicts are those of the whole design.
 *
 * @param endpoints model ids of zones, groups and servers: rule sets of their hosts alone, and of
 *     central firewalls what concerns their addresses at either end; empty for all
 * @param domain model id of the tenant whose routing domain alone is wanted, {@link #SHARED} for
 *     the shared one, {@code null} for all
 * @param place that tenant beside the others of the whole design, where those are not in the
 *     design; {@code null} where they are
 */
public record PolicyScope(Set<String> endpoints, String domain, TenantPlace place) {
  /** Stands for the shared routing domain. */
  public static final String SHARED = "";

  /** The whole design. */
  public static final PolicyScope ALL = new PolicyScope(Set.of(), null);

  public PolicyScope {
    endpoints = Collections.unmodifiableSet(new TreeSet<>(endpoints));
  }

  public PolicyScope(Set<String> endpoints, String domain) {
    this(endpoints, domain, null);
  }

  boolean has(RoutingDomain of) {
    return domain == null || domain.equals(of.isShared() ? SHARED : of.tenant().id());
  }
}
