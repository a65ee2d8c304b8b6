package org.firebreak.core.policy;

/**
 * Where an address is unique: the routing domain (VRF) of a tenant, in which that tenant's servers
 * and the shared ones are reachable, or the shared one, in which only shared servers are.
 *
 * @param index position in {@link CompiledPolicy#domains()}; 0 is the shared domain
 * @param tenant the tenant, {@code null} for the shared domain
 * @param number position of the tenant among those of the whole design, from 1, also where a policy
 *     knows of this tenant alone; 0 for the shared domain
 */
public record RoutingDomain(int index, ElementRef tenant, int number) {
  public boolean isShared() {
    return tenant == null;
  }

  /** Whether a server can be reached in it: one of the tenant, or a shared one. */
  public boolean reaches(PolicyServer server) {
    return server.domain().isShared() || server.domain().index() == index;
  }

  /** Name of the tenant, or {@code shared}. */
  public String name() {
    return isShared() ? "shared" : tenant.name();
  }
}
