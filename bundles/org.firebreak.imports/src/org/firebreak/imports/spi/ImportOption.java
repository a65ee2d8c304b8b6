package org.firebreak.imports.spi;

import java.util.List;

/**
 * Something that the user can set for a format. Wizards, command line and help are made from it.
 *
 * @param key identifier, lower case, words joined by dashes
 * @param label what it does, in words for people
 * @param defaultValue value if it is not set
 * @param choices the values it may have; empty for free text
 */
public record ImportOption(String key, String label, String defaultValue, List<String> choices) {

  /** Copies the choices. */
  public ImportOption {
    choices = List.copyOf(choices);
  }

  /** An option with free text. */
  public static ImportOption text(String key, String label) {
    return new ImportOption(key, label, "", List.of());
  }

  /** An option with a fixed set of values, the first of which is the default. */
  public static ImportOption choice(String key, String label, String... choices) {
    return new ImportOption(key, label, choices[0], List.of(choices));
  }
}
