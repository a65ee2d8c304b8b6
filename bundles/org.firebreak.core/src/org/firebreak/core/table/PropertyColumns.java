package org.firebreak.core.table;

import java.util.List;
import java.util.Locale;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.core.describe.Property;
import org.firebreak.core.describe.PropertyType;

/** Columns of properties: they read, check and write what the properties view does. */
final class PropertyColumns {

  private PropertyColumns() {}

  /** The column of a feature of a class. */
  static TableColumn of(EClass type, EStructuralFeature feature, int width) {
    return of(property(type, feature), width);
  }

  static Property property(EClass type, EStructuralFeature feature) {
    for (Property property : ModelDescriptions.properties(type)) {
      if (property.feature() == feature) {
        return property;
      }
    }
    throw new IllegalArgumentException(type.getName() + " has no property " + feature.getName());
  }

  private static TableColumn of(Property property, int width) {
    boolean number = property.type() == PropertyType.NUMBER;
    boolean choice = property.type() == PropertyType.CHOICE;
    return new TableColumn(
        property.feature().getName(),
        property.label(),
        property.help(),
        width,
        input(property),
        (row, data) -> text(property, property.get(row)),
        number
            ? (row, data) -> number(property.get(row))
            : choice ? (row, data) -> (double) property.choices().indexOf(property.get(row)) : null,
        property.readOnly()
            ? null
            : (row, text, data) -> {
              Object value = property.parse(spread(property, text));
              return () -> property.set(row, value);
            });
  }

  private static CellInput input(Property property) {
    return switch (property.type()) {
      case NUMBER -> CellInput.NUMBER;
      case SWITCH -> CellInput.choice(List.of("yes", "no"));
      case CHOICE ->
          CellInput.choice(property.choices().stream().map(ModelDescriptions::text).toList());
      default -> CellInput.TEXT;
    };
  }

  private static Double number(Object value) {
    return value == null ? null : ((Number) value).doubleValue();
  }

  /** One line; a switch that is off is nothing to read. */
  private static String text(Property property, Object value) {
    String text = property.format(value);
    return switch (property.type()) {
      case SWITCH -> text.equals("yes") ? text : "";
      case LABELS -> text.replace("\n", ", ").replace(" = ", "=");
      case LONG_TEXT -> text.replace('\n', ' ');
      default -> text;
    };
  }

  private static String spread(Property property, String text) {
    return switch (property.type()) {
      case LABELS -> text.replaceAll("\\s*[,;]\\s*", "\n");
      case SWITCH -> text.strip().toLowerCase(Locale.ROOT).equals("x") ? "yes" : text;
      default -> text;
    };
  }
}
