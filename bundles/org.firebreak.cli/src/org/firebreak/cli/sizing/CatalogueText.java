package org.firebreak.cli.sizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.firebreak.core.sizing.Appliance;
import org.firebreak.core.sizing.Rating;

/** Appliances for a terminal. */
public final class CatalogueText {
  private static final List<Rating> SHOWN =
      List.of(
          Rating.THREAT,
          Rating.TLS,
          Rating.APPLICATION,
          Rating.LAYER_4,
          Rating.CONNECTIONS,
          Rating.SESSIONS,
          Rating.PACKETS,
          Rating.SINGLE_CONNECTION,
          Rating.LICENCE_LIMIT);

  private CatalogueText() {}

  /** Three lines for each appliance: what it is, what it is rated for, where that comes from. */
  public static List<String> lines(List<Appliance> appliances) {
    List<String> lines = new ArrayList<>();
    for (Appliance each : appliances) {
      lines.add(
          each.name()
              + " ("
              + word(each.form())
              + ", "
              + word(each.role())
              + (each.current() ? "" : ", installed base")
              + (each.own() ? ", own entry" : "")
              + ")");
      List<String> ratings = new ArrayList<>();
      for (Rating rating : SHOWN) {
        each.rated(rating)
            .ifPresent(value -> ratings.add(rating.label() + " " + rating.unit().format(value)));
      }
      lines.add("  " + (ratings.isEmpty() ? "no figure published" : String.join("; ", ratings)));
      lines.add(
          "  confidence "
              + word(each.confidence())
              + ", "
              + each.sourceDate()
              + ", "
              + each.source());
    }
    return lines;
  }

  /** The form that a word on the command line means. */
  public static Optional<Appliance.Form> form(String word) {
    return Arrays.stream(Appliance.Form.values())
        .filter(each -> word(each).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
