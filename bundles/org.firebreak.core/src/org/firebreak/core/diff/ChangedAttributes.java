package org.firebreak.core.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.model.Diagram;
import org.firebreak.model.Element;
import org.firebreak.model.FirebreakPackage.Literals;

/** What of an element differs between two states, in words. */
final class ChangedAttributes {

  private ChangedAttributes() {}

  static List<ValueChange> between(Element earlier, Element later) {
    if (earlier.eClass() != later.eClass()) {
      return List.of(
          new ValueChange(
              "kind",
              ModelDescriptions.kind(earlier.eClass()),
              ModelDescriptions.kind(later.eClass())));
    }
    List<ValueChange> changes = new ArrayList<>();
    if (!Objects.equals(id(earlier.eContainer()), id(later.eContainer()))) {
      changes.add(
          new ValueChange("container", text(earlier.eContainer()), text(later.eContainer())));
    }
    for (Property property : ModelDescriptions.properties(later.eClass())) {
      if (property.via() == null && differs(property.feature(), earlier, later)) {
        changes.add(
            new ValueChange(
                property.label().toLowerCase(Locale.ROOT),
                property.format(property.get(earlier)),
                property.format(property.get(later))));
      }
    }
    for (EStructuralFeature feature : later.eClass().getEAllStructuralFeatures()) {
      if (!hasProperty(feature, later) && differs(feature, earlier, later)) {
        changes.add(
            new ValueChange(
                words(feature), text(earlier.eGet(feature)), text(later.eGet(feature))));
      }
    }
    if (later instanceof Diagram && !drawing(earlier).equals(drawing(later))) {
      changes.add(new ValueChange("layout", "", ""));
    }
    return changes;
  }

  /** A value in words, as far as there are any. */
  private static String text(Object value) {
    return switch (value) {
      case null -> "";
      case Element element -> ModelDescriptions.label(element);
      case EObject content -> contentText(content);
      case List<?> many ->
          many.stream().map(ChangedAttributes::text).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  private static String contentText(EObject content) {
    return content.eClass().getEAllAttributes().stream()
        .filter(content::eIsSet)
        .map(attribute -> words(attribute) + " " + text(content.eGet(attribute)))
        .collect(Collectors.joining(", "));
  }

  private static boolean hasProperty(EStructuralFeature feature, Element element) {
    return ModelDescriptions.properties(element.eClass()).stream()
        .anyMatch(property -> property.via() == null && property.feature() == feature);
  }

  /** Children with ids are compared for themselves; back references follow from the others. */
  private static boolean differs(EStructuralFeature feature, EObject earlier, EObject later) {
    if (feature == Literals.ELEMENT__ID || feature == Literals.DESIGN__FORMAT_VERSION) {
      return false;
    }
    if (feature instanceof EReference reference
        && (reference.isContainer() || isContainmentOfElements(reference))) {
      return false;
    }
    return !Objects.equals(value(earlier, feature), value(later, feature));
  }

  private static boolean isContainmentOfElements(EReference reference) {
    return reference.isContainment()
        && Literals.ELEMENT.isSuperTypeOf(reference.getEReferenceType());
  }

  /** A value that equals the same one of another state: ids for elements, content for the rest. */
  private static Object value(EObject owner, EStructuralFeature feature) {
    Object value = owner.eGet(feature);
    if (feature instanceof EAttribute) {
      return value;
    }
    if (value instanceof List<?> many) {
      return many.stream().map(each -> identity((EObject) each)).toList();
    }
    return value == null ? null : identity((EObject) value);
  }

  private static Object identity(EObject object) {
    return object instanceof Element element ? element.getId() : content(object);
  }

  private static Map<String, Object> content(EObject object) {
    Map<String, Object> content = new HashMap<>();
    for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
      if (!(feature instanceof EReference reference && reference.isContainer())) {
        content.put(feature.getName(), value(object, feature));
      }
    }
    return content;
  }

  private static Object drawing(Element diagram) {
    Set<Object> drawing = new HashSet<>();
    diagram.eContents().stream()
        .filter(DesignDifference::isDrawing)
        .map(ChangedAttributes::content)
        .forEach(drawing::add);
    return drawing;
  }

  private static String id(EObject container) {
    return container instanceof Element element ? element.getId() : null;
  }

  /** {@code maxSessions} as {@code max sessions}. */
  private static String words(EStructuralFeature feature) {
    return feature.getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
