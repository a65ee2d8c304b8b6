package org.firebreak.ui.properties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.core.describe.PropertyType;
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
    Object first = comparable(property, elements.get(0));
    return elements.stream()
        .anyMatch(element -> !Objects.equals(first, comparable(property, element)));
  }

  /** Sets the value of all as one undoable step; does nothing if all have it already. */
  void apply(Property property, Object value) {
    change(property, before -> value);
  }

  /**
   * Changes the value of each in its own way, all as one undoable step; does nothing if none
   * changes.
   */
  void change(Property property, UnaryOperator<Object> change) {
    Map<EObject, Object> changed = new LinkedHashMap<>();
    for (EObject element : elements) {
      Object before = property.get(element);
      Object after = change.apply(before);
      if (!Objects.equals(before, after)) {
        changed.put(element, after);
      }
    }
    if (!changed.isEmpty()) {
      document
          .edit()
          .run(
              stepLabel(property),
              () -> changed.forEach((element, value) -> property.set(element, value)));
    }
  }

  /** Labels are elements of their own: two lists of them are alike if they say the same. */
  private static Object comparable(Property property, EObject element) {
    Object value = property.get(element);
    return property.type() == PropertyType.LABELS ? property.format(value) : value;
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
