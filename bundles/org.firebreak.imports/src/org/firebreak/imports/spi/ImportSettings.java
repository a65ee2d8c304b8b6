package org.firebreak.imports.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values of a format's options. */
public final class ImportSettings {
  private final Map<String, String> values;

  private ImportSettings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Takes from the given values those that a format knows.
   *
   * @param options what the format knows
   * @param given values by key; keys of other formats are left alone
   * @throws IllegalArgumentException if a value is none of the choices; the message names them
   */
  public static ImportSettings of(List<ImportOption> options, Map<String, String> given) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ImportOption option : options) {
      String value = given.getOrDefault(option.key(), option.defaultValue());
      if (!option.choices().isEmpty()) {
        value = value.toLowerCase(Locale.ROOT);
        if (!option.choices().contains(value)) {
          throw new IllegalArgumentException(
              option.key() + " is '" + value + "', not one of " + option.choices());
        }
      }
      values.put(option.key(), value);
    }
    return new ImportSettings(values);
  }

  /**
   * The value of an option.
   *
   * @return empty if it is not set and has no default
   * @throws IllegalArgumentException if the format has no such option
   */
  public String get(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no option " + key);
    }
    return value;
  }
}
