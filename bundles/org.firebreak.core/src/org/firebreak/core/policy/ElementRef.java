package org.firebreak.core.policy;

import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;

/**
 * A model element as results name it.
 *
 * @param id UUID of the element
 * @param type class of the element as the model names it, for instance {@code ServerGroup}
 * @param name name of the element; for a flow without one, its two ends
 */
public record ElementRef(String id, String type, String name) {
  /** The reference of a model element. */
  public static ElementRef of(NamedElement element) {
    return new ElementRef(
        String.valueOf(element.getId()), element.eClass().getName(), nameOf(element));
  }

  private static String nameOf(NamedElement element) {
    if (element.getName() != null && !element.getName().isBlank()) {
      return element.getName();
    }
    if (element instanceof Flow flow) {
      return end(flow.getSource()) + " → " + end(flow.getDestination());
    }
    return "(unnamed)";
  }

  private static String end(NamedElement endpoint) {
    return endpoint == null ? "(none)" : nameOf(endpoint);
  }
}
