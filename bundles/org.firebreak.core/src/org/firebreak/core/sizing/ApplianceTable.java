package org.firebreak.core.sizing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.firebreak.core.sizing.Appliance.Method;
import org.firebreak.core.sizing.SemicolonTable.Row;

/** Reads {@code appliances.csv} and the methods that it refers to. */
final class ApplianceTable {

  private ApplianceTable() {}

  static List<Appliance> shipped() {
    Map<String, Method> methods = new HashMap<>();
    for (Row row : rows("methods.csv")) {
      String key = row.text("key");
      methods.put(key, new Method(key, row.text("comparable").equals("yes"), row.text("text")));
    }
    return rows("appliances.csv").stream().map(row -> appliance(row, methods)).toList();
  }

  private static List<Row> rows(String table) {
    return SemicolonTable.read(ApplianceTable.class.getResourceAsStream(table), table);
  }

  private static Appliance appliance(Row row, Map<String, Method> methods) {
    Map<Rating, Double> ratings = new EnumMap<>(Rating.class);
    for (Rating rating : Rating.values()) {
      number(row, rating.column()).ifPresent(value -> ratings.put(rating, value));
    }
    Method method = methods.get(row.text("method"));
    if (method == null) {
      throw row.mistake("no method " + row.text("method"));
    }
    OptionalDouble vcpus = number(row, "vcpus");
    return new Appliance(
        row.text("vendor"),
        row.text("model"),
        constant(Appliance.Form.class, row, "form"),
        constant(Appliance.Role.class, row, "role"),
        row.text("status").equals("current"),
        vcpus.isPresent() ? OptionalInt.of((int) vcpus.getAsDouble()) : OptionalInt.empty(),
        number(row, "memory_gb"),
        ratings,
        number(row, "list_price_usd"),
        method,
        constant(Appliance.Confidence.class, row, "confidence"),
        row.text("source_date"),
        row.text("source"),
        row.text("note"),
        row.text("interfaces"));
  }

  private static OptionalDouble number(Row row, String column) {
    String field = row.text(column);
    if (field.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(field);
      if (value > 0) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      throw row.mistake(column + " is no number: " + field);
    }
    throw row.mistake(column + " is not positive: " + field);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, Row row, String column) {
    String name = row.text(column).toUpperCase(Locale.ROOT).replace('-', '_');
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw row.mistake(column + " is unknown: " + row.text(column));
    }
  }
}
