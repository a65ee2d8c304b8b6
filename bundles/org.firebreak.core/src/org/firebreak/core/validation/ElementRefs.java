package org.firebreak.core.validation;

import org.firebreak.core.policy.ElementRef;
import org.firebreak.model.Flow;
import org.firebreak.model.NamedElement;

/** Names model elements in the way the compiled policy does. */
final class ElementRefs {
  private ElementRefs() {}

  static ElementRef of(NamedElement element) {
    return new ElementRef(
        String.valueOf(element.getId()), element.eClass().getName(), nameOf(element));
  }

  private static String nameOf(NamedElement element) {
    if (element.getName() != null && !element.getName().isBlank()) {
      return element.getName();
    }
    return element instanceof Flow flow
        ? end(flow.getSource()) + " → " + end(flow.getDestination())
        : "(unnamed)";
  }

  private static String end(NamedElement endpoint) {
    return endpoint == null ? "(none)" : nameOf(endpoint);
  }
}
