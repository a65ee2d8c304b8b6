package org.firebreak.core.sizing;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firebreak.core.sizing.Appliance.Method;
import org.firebreak.core.sizing.SemicolonTable.Row;
import org.firebreak.core.sizing.units.MemorySize;

/** Reads and writes tables of appliances, and the methods that they refer to. */
final class ApplianceTable {

  static final List<String> COLUMNS =
      List.of(
          "vendor",
          "model",
          "form",
          "role",
          "status",
          "vcpus",
          "memory_gb",
          "layer4_bps",
          "application_bps",
          "threat_bps",
          "tls_bps",
          "connections_per_second",
          "sessions",
          "packets_per_second",
          "rules",
          "address_objects",
          "zones",
          "single_connection_bps",
          "link_bundle_bps",
          "licence_limit_bps",
          "list_price_usd",
          "method",
          "confidence",
          "source_date",
          "source",
          "note",
          "interfaces");

  private static final Pattern NUMBER =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?(?:[eE][+]?[0-9]{1,2})?)\\s*([kKMGT]?)");
  private static final String PREFIXES = "kMGT";

  private ApplianceTable() {}

  static List<Appliance> shipped() {
    return rows("appliances.csv").stream().map(row -> appliance(row, false)).toList();
  }

  /** Entries of a project: only vendor, model and source are required. */
  static List<Appliance> own(InputStream in, String table) {
    List<Row> rows = SemicolonTable.read(in, table);
    Set<String> names = new HashSet<>();
    return rows.stream()
        .map(
            row -> {
              checkColumns(row);
              Appliance appliance = appliance(row, true);
              if (!names.add(appliance.name().toLowerCase(Locale.ROOT))) {
                throw row.mistake(appliance.name() + " is there twice; remove one");
              }
              return appliance;
            })
        .toList();
  }

  private static void checkColumns(Row row) {
    for (String column : row.fields().keySet()) {
      if (!COLUMNS.contains(column)) {
        throw row.mistake(
            "the column " + column + " is unknown; there are " + String.join(", ", COLUMNS));
      }
    }
    for (String column : List.of("vendor", "model", "source")) {
      if (row.text(column).isEmpty()) {
        throw row.mistake(column + " is empty; " + hint(column));
      }
    }
  }

  private static String hint(String column) {
    return column.equals("source")
        ? "say where the figures come from, for instance an offer or a test"
        : "name it as the vendor does";
  }

  private static final class Methods {
    static final Map<String, Method> ALL = read();

    private static Map<String, Method> read() {
      Map<String, Method> methods = new HashMap<>();
      for (Row row : rows("methods.csv")) {
        String key = row.text("key");
        methods.put(key, new Method(key, row.text("comparable").equals("yes"), row.text("text")));
      }
      return methods;
    }
  }

  private static List<Row> rows(String table) {
    return SemicolonTable.read(ApplianceTable.class.getResourceAsStream(table), table);
  }

  private static Appliance appliance(Row row, boolean own) {
    Map<Rating, Double> ratings = new EnumMap<>(Rating.class);
    for (Rating rating : Rating.values()) {
      number(row, rating.column()).ifPresent(value -> ratings.put(rating, value));
    }
    String key = row.text("method", own ? "own" : "");
    Method method = Methods.ALL.get(key);
    if (method == null) {
      throw row.mistake(
          "there is no method '"
              + key
              + "'; there are "
              + Methods.ALL.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    OptionalDouble vcpus = number(row, "vcpus");
    OptionalDouble memory = number(row, "memory_gb");
    return new Appliance(
        row.text("vendor"),
        row.text("model"),
        constant(Appliance.Form.class, row, "form", "physical"),
        constant(Appliance.Role.class, row, "role", "central"),
        row.text("status", "current").equals("current"),
        vcpus.isPresent() ? OptionalInt.of((int) vcpus.getAsDouble()) : OptionalInt.empty(),
        memory.isPresent()
            ? Optional.of(MemorySize.ofGigabytes(memory.getAsDouble()))
            : Optional.empty(),
        ratings,
        number(row, "list_price_usd"),
        method,
        constant(Appliance.Confidence.class, row, "confidence", "low"),
        row.text("source_date", own ? "undated" : ""),
        row.text("source"),
        row.text("note", ""),
        row.text("interfaces", ""),
        own);
  }

  private static OptionalDouble number(Row row, String column) {
    String field = row.text(column, "");
    if (field.isEmpty()) {
      return OptionalDouble.empty();
    }
    Matcher number = NUMBER.matcher(field);
    if (!number.matches()) {
      throw row.mistake(
          column
              + " is no number: "
              + field
              + "; write for instance 5000000000, 5e9 or 5G, and leave it empty if it is unknown");
    }
    double scale = Math.pow(1000, PREFIXES.indexOf(number.group(2).replace('K', 'k')) + 1);
    double value = Double.parseDouble(number.group(1)) * (number.group(2).isEmpty() ? 1 : scale);
    if (!(value > 0)) {
      throw row.mistake(
          column + " is not positive: " + field + "; leave it empty if it is unknown");
    }
    return OptionalDouble.of(value);
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, Row row, String column, String otherwise) {
    String word = row.text(column, otherwise);
    for (E each : type.getEnumConstants()) {
      if (word(each).equals(word.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw row.mistake(
        column
            + " is unknown: "
            + word
            + "; write "
            + Arrays.stream(type.getEnumConstants())
                .map(ApplianceTable::word)
                .collect(Collectors.joining(", ")));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String write(Collection<Appliance> appliances) {
    StringBuilder text = new StringBuilder(String.join(";", COLUMNS)).append('\n');
    for (Appliance each : appliances) {
      text.append(
          COLUMNS.stream()
              .map(column -> SemicolonTable.quoted(field(each, column)))
              .collect(Collectors.joining(";")));
      text.append('\n');
    }
    return text.toString();
  }

  private static String field(Appliance each, String column) {
    return switch (column) {
      case "vendor" -> each.vendor();
      case "model" -> each.model();
      case "form" -> word(each.form());
      case "role" -> word(each.role());
      case "status" -> each.current() ? "current" : "installed-base";
      case "vcpus" -> each.vcpus().isPresent() ? Integer.toString(each.vcpus().getAsInt()) : "";
      case "memory_gb" -> each.memory().map(memory -> plain(memory.gigabytes())).orElse("");
      case "list_price_usd" -> plain(each.listPriceUsd());
      case "method" -> each.method().key();
      case "confidence" -> word(each.confidence());
      case "source_date" -> each.sourceDate();
      case "source" -> each.source();
      case "note" -> each.note();
      case "interfaces" -> each.interfaces();
      default -> plain(each.rated(Rating.ofColumn(column)));
    };
  }

  private static String plain(OptionalDouble value) {
    return value.isPresent() ? plain(value.getAsDouble()) : "";
  }

  /** Without exponent, so that spreadsheets take it. */
  private static String plain(double value) {
    return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
