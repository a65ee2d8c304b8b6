package org.firebreak.exports.panos;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.sizing.Appliance;
import org.firebreak.core.sizing.ApplianceCatalogue;
import org.firebreak.core.sizing.SemicolonTable;
import org.firebreak.exports.ExportOption;
import org.firebreak.exports.Limit;
import org.firebreak.exports.OptionValues;

/**
 * What firewalls hold: the model that the user names, else that of the enforcement point in the
 * design, else the largest one. What is not known of a model is that of the largest.
 */
final class Capacities {
  /** The largest of all with known limits. */
  static final String LARGEST = "PA-5450";

  /** The largest virtual firewall with known limits. */
  static final String LARGEST_VIRTUAL = "VM-Series flex (32 vCPU, 56 GB)";

  private static final String MODEL = "model";
  private static final String LIMITS = "limits";
  private static final String VENDOR = "Palo Alto Networks";

  /** Tags that a firewall takes whatever its model: vendor schema 10.0. */
  private static final int TAGS = 10_000;

  private static final class Table {
    static final Map<String, SemicolonTable.Row> BY_MODEL = read();

    private static Map<String, SemicolonTable.Row> read() {
      String name = "capacities.csv";
      Map<String, SemicolonTable.Row> rows = new HashMap<>();
      SemicolonTable.read(Capacities.class.getResourceAsStream(name), name)
          .forEach(row -> rows.put(row.text("model"), row));
      return rows;
    }
  }

  /**
   * What one firewall holds.
   *
   * @param model model on whose limits this rests
   */
  record Capacity(String model, Map<Counted, Limit> limits) {}

  private final String largest;
  private final Optional<Appliance> chosen;
  private final Map<Counted, Long> own;

  private Capacities(String largest, Optional<Appliance> chosen, Map<Counted, Long> own) {
    this.largest = largest;
    this.chosen = chosen;
    this.own = own;
  }

  /**
   * The options by which the user sets them.
   *
   * @param largest model that is assumed where nothing says which it is
   */
  static List<ExportOption> options(String largest) {
    return List.of(
        ExportOption.text(
            MODEL,
            "Model",
            "",
            80,
            "Model as the appliance catalogue names it, such as PA-3410, whose limits are kept: an"
                + " export that it would refuse fails. If empty, that of the enforcement point in"
                + " the design, else "
                + largest
                + "."),
        ExportOption.text(
            LIMITS,
            "Limits",
            "",
            300,
            "Limits of your firewall that differ from those known of its model, such as"
                + " rules=70000 address-objects=200000; 0 checks none. Also "
                + Arrays.stream(Counted.values())
                    .skip(2)
                    .map(Counted::key)
                    .collect(Collectors.joining(", "))
                + "."));
  }

  /**
   * What the user set.
   *
   * @param exporter id of the exporter, for messages
   * @throws IllegalArgumentException if a model or a limit is not known
   */
  static Capacities of(String exporter, OptionValues options, String largest) {
    String model = options.text(MODEL).strip();
    Optional<Appliance> chosen = model.isEmpty() ? Optional.empty() : find(model);
    if (!model.isEmpty() && chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "option "
              + exporter
              + ".model cannot be '"
              + model
              + "'; it takes a model of "
              + VENDOR
              + " in the appliance catalogue, such as "
              + largest);
    }
    return new Capacities(largest, chosen, own(exporter, options.text(LIMITS)));
  }

  private static Optional<Appliance> find(String model) {
    return ApplianceCatalogue.shipped()
        .find(model)
        .filter(appliance -> appliance.vendor().equals(VENDOR));
  }

  private static Map<Counted, Long> own(String exporter, String text) {
    Map<Counted, Long> own = new EnumMap<>(Counted.class);
    for (String word : text.strip().split("[\\s,;]+")) {
      if (!word.isEmpty()) {
        String key = word.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
        Counted counted =
            Arrays.stream(Counted.values())
                .filter(each -> each.key().equals(key) && word.matches("[^=]+=[0-9]{1,9}"))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "option "
                                + exporter
                                + ".limits cannot hold '"
                                + word
                                + "'; it takes for instance rules=70000, and knows "
                                + Arrays.stream(Counted.values())
                                    .map(Counted::key)
                                    .collect(Collectors.joining(", "))));
        own.put(counted, Long.parseLong(word.substring(key.length() + 1)));
      }
    }
    return own;
  }

  /** What the firewall of an enforcement point holds. */
  Capacity of(CompiledPolicy policy, ElementRef point) {
    Appliance fallback = find(largest).orElseThrow();
    Appliance appliance =
        chosen.or(() -> policy.model(point).flatMap(Capacities::find)).orElse(fallback);
    Map<Counted, Limit> limits = new EnumMap<>(Counted.class);
    for (Counted counted : Counted.values()) {
      long most =
          own.containsKey(counted)
              ? own.get(counted)
              : (long) known(appliance, counted).orElse(known(fallback, counted).orElse(0));
      limits.put(counted, Limit.hard(counted.objects(), most));
    }
    return new Capacity(appliance.model(), limits);
  }

  private static OptionalDouble known(Appliance appliance, Counted counted) {
    if (counted == Counted.TAGS) {
      return OptionalDouble.of(TAGS);
    }
    if (counted.rating() != null) {
      return appliance.rated(counted.rating());
    }
    SemicolonTable.Row row = Table.BY_MODEL.get(appliance.model());
    String figure = row == null ? "" : row.text(counted.column());
    return figure.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(figure));
  }
}
