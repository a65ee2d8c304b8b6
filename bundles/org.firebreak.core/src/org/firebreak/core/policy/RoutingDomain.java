package org.firebreak.core.policy;

/**
 * Where an address is unique: the routing domain (VRF) of a tenant, in which that tenant's servers
 * and the shared ones are reachable, or the shared one, in which only shared servers are.
 *
 * @param index position in {@link CompiledPolicy#domains()}; 0 is the shared domain
 * @param tenant the tenant, {@code null} for the shared domain
 * @param place the tenant beside the others of the whole design, also where a policy knows of this
 *     tenant alone
 */
public record RoutingDomain(int index, ElementRef tenant, TenantPlace place) {
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
