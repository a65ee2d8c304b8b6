package org.firebreak.report.plan;

import org.eclipse.emf.ecore.EObject;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Zone;

/** Where an endpoint lies. */
final class Places {
  private Places() {}

  /** Name of the innermost zone; an external network stands for itself. */
  static String zone(Endpoint endpoint) {
    if (endpoint instanceof ExternalNetwork network) {
      return "*".equals(network.getName()) ? "any address" : network.getName();
    }
    for (EObject up = endpoint; up != null; up = up.eContainer()) {
      if (up instanceof Zone zone) {
        return zone.getName();
      }
    }
    return "(outside any zone)";
  }
}
