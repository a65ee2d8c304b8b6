package org.firebreak.core.edit;

import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/**
 * A change of a design that has just happened.
 *
 * @param label what was done, in words for people
 * @param kind whether it was done, undone or redone
 * @param affected the objects of which an attribute or reference changed
 */
public record ModelChange(String label, Kind kind, Set<EObject> affected) {
  /** How a change came about. */
  public enum Kind {
    RUN,
    UNDO,
    REDO
  }
}
