package org.firebreak.exports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A valid value for every option of one exporter. */
public final class OptionValues {
  private final Map<String, String> values;

  private OptionValues(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** The defaults. */
  public static OptionValues defaults(Exporter exporter) {
    return of(exporter, Map.of());
  }

  /**
   * The defaults, replaced where a value is given.
   *
   * @param given values by key of the option
   * @throws IllegalArgumentException if a key is not an option or a value is out of range
   */
  public static OptionValues of(Exporter exporter, Map<String, String> given) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ExportOption option : exporter.options()) {
      String value = given.get(option.key());
      values.put(option.key(), value == null ? option.defaultValue() : option.checked(value));
    }
    for (String key : given.keySet()) {
      if (!values.containsKey(key)) {
        throw new IllegalArgumentException(
            exporter.id()
                + " has no option '"
                + key
                + "'; it has "
                + (values.isEmpty() ? "none" : String.join(", ", values.keySet())));
      }
    }
    return new OptionValues(values);
  }

  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("undeclared option " + key);
    }
    return value;
  }

  public boolean flag(String key) {
    return Boolean.parseBoolean(text(key));
  }

  public int integer(String key) {
    return Integer.parseInt(text(key));
  }

  /** All values by key, in the order in which the exporter declares them. */
  public Map<String, String> asMap() {
    return values;
  }
}
