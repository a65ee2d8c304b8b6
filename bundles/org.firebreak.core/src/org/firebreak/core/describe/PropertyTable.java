package org.firebreak.core.describe;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Collects the properties of one class in reading order. */
final class PropertyTable {
  private final List<Property> properties = new ArrayList<>();
  private String category;
  private EReference via;

  /** What follows stands on this tab. */
  PropertyTable tab(String name) {
    category = name;
    via = null;
    return this;
  }

  /** What follows belongs to a child of the element. */
  PropertyTable of(EReference child) {
    via = child;
    return this;
  }

  PropertyTable text(EStructuralFeature feature, String label, String help) {
    return add(feature, PropertyType.TEXT, label, help);
  }

  PropertyTable longText(EStructuralFeature feature, String label, String help) {
    return add(feature, PropertyType.LONG_TEXT, label, help);
  }

  PropertyTable number(EStructuralFeature feature, String label, Quantity quantity, String help) {
    return add(
        new Property(
            feature,
            via,
            PropertyType.NUMBER,
            label,
            category,
            quantity,
            help,
            false,
            PropertyCheck.ANYTHING));
  }

  PropertyTable onOff(EStructuralFeature feature, String label, String help) {
    return add(feature, PropertyType.SWITCH, label, help);
  }

  PropertyTable choice(EStructuralFeature feature, String label, String help) {
    return add(feature, PropertyType.CHOICE, label, help);
  }

  PropertyTable words(EStructuralFeature feature, String label, String help) {
    return add(feature, PropertyType.WORDS, label, help);
  }

  PropertyTable day(EStructuralFeature feature, String label, String help) {
    return add(feature, PropertyType.DAY, label, help);
  }

  PropertyTable reference(EStructuralFeature feature, String label, String help) {
    PropertyType type = feature.isMany() ? PropertyType.REFERENCES : PropertyType.REFERENCE;
    return add(feature, type, label, help);
  }

  PropertyTable labels(EStructuralFeature feature, String label, String help) {
    return add(feature, PropertyType.LABELS, label, help);
  }

  /** The property just added refuses values that fail the check. */
  PropertyTable checked(PropertyCheck check) {
    Property last = properties.remove(properties.size() - 1);
    return add(
        new Property(
            last.feature(),
            last.via(),
            last.type(),
            last.label(),
            last.category(),
            last.quantity(),
            last.help(),
            last.readOnly(),
            check));
  }

  /** The property just added can only be looked at. */
  PropertyTable readOnly() {
    Property last = properties.remove(properties.size() - 1);
    return add(
        new Property(
            last.feature(),
            last.via(),
            last.type(),
            last.label(),
            last.category(),
            last.quantity(),
            last.help(),
            true,
            last.check()));
  }

  List<Property> list() {
    return List.copyOf(properties);
  }

  private PropertyTable add(
      EStructuralFeature feature, PropertyType type, String label, String help) {
    return add(
        new Property(
            feature,
            via,
            type,
            label,
            category,
            Quantity.PLAIN,
            help,
            false,
            PropertyCheck.ANYTHING));
  }

  private PropertyTable add(Property property) {
    properties.add(property);
    return this;
  }
}
