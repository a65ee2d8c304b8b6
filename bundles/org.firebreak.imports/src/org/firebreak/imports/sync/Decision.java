package org.firebreak.imports.sync;

import org.eclipse.emf.ecore.EObject;
import org.firebreak.imports.input.Place;

/**
 * Where a server goes and why.
 *
 * @param home a group, a zone or the design; {@code null} if no rule places the server
 * @param why the rule in words, or why there is none
 * @param place the row of the inventory that states the server
 */
record Decision(EObject home, String why, Place place) {
  boolean isPlaced() {
    return home != null;
  }
}
