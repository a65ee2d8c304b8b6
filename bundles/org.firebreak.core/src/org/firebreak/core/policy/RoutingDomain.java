package org.firebreak.core.policy;

/**
 * Where an address is unique: the routing domain (VRF) of a tenant, in which that tenant's servers
 * and the shared ones are reachable, or the shared one, in which only shared servers are.
 *
 * @param index position in {@link CompiledPolicy#domains()}; 0 is the shared domain
 * @param tenant the tenant, {@code null} for the shared domain
 */
public record RoutingDomain(int index, ElementRef tenant) {
  public boolean isShared() {
    return tenant == null;
  }

  /** Name of the tenant, or {@code shared}. */
  public String name() {
    return isShared() ? "shared" : tenant.name();
  }
}
