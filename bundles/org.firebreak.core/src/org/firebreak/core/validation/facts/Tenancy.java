package org.firebreak.core.validation.facts;

import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Server;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;

/** Whose an element is. */
public final class Tenancy {
  private Tenancy() {}

  /**
   * Tenant of the element or of the nearest zone around it that has one; {@code null} if shared.
   */
  public static Tenant of(EObject element) {
    for (EObject each = element; each != null; each = each.eContainer()) {
      Tenant tenant =
          each instanceof Server server
              ? server.getTenant()
              : each instanceof Zone zone ? zone.getTenant() : null;
      if (tenant != null) {
        return tenant;
      }
    }
    return null;
  }
}
