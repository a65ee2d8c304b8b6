package org.firebreak.ui.properties;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.diagram.DesignDocument;

/**
 * The elements whose properties are shown: one, or several of the same class.
 *
 * @param document the design that holds them
 * @param elements at least one
 */
record EditedElements(DesignDocument document, List<EObject> elements) {

  EditedElements {
    elements = List.copyOf(elements);
  }

  EClass type() {
    return elements.get(0).eClass();
  }

  /** Whether all are still part of the design. */
  boolean areThere() {
    return elements.stream().allMatch(element -> EcoreUtil.isAncestor(document.design(), element));
  }

  /** The value that all have; {@code null} if it is unset, or if {@link #differ}. */
  Object value(Property property) {
    return differ(property) ? null : property.get(elements.get(0));
  }

  /** Whether the elements have different values. */
  boolean differ(Property property) {
    Object first = property.get(elements.get(0));
    return elements.stream().anyMatch(element -> !Objects.equals(first, property.get(element)));
  }

  /** Sets the value of all as one undoable step; does nothing if all have it already. */
  void apply(Property property, Object value) {
    boolean same =
        elements.stream().allMatch(element -> Objects.equals(value, property.get(element)));
    if (!same) {
      document
          .edit()
          .run(
              stepLabel(property), () -> elements.forEach(element -> property.set(element, value)));
    }
  }

  /** What the Undo menu calls a change of a property. */
  String stepLabel(Property property) {
    return "Change " + property.label() + " of " + label();
  }

  /** {@code web1}, or {@code 3 servers}. */
  String label() {
    return elements.size() == 1
        ? ModelDescriptions.label(elements.get(0))
        : elements.size() + " " + ModelDescriptions.kinds(type()).toLowerCase(Locale.ROOT);
  }
}
