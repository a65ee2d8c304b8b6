package org.firebreak.exports;

import java.util.List;

/**
 * An option that an exporter declares.
 *
 * @param key name in lower case, unique within the exporter; {@code platform.key} elsewhere
 * @param label short name for people
 * @param defaultValue value if the user sets none
 * @param choices permitted values of a {@link Type#CHOICE}; empty for other types
 * @param min least value of an {@link Type#INTEGER}; least length of a {@link Type#TEXT}
 * @param max greatest value or length
 * @param help what it does, in a sentence or two
 */
public record ExportOption(
    String key,
    String label,
    Type type,
    String defaultValue,
    List<String> choices,
    int min,
    int max,
    String help) {
  /** Kinds of value. */
  public enum Type {
    BOOLEAN,
    INTEGER,
    TEXT,
    CHOICE
  }

  public ExportOption {
    choices = List.copyOf(choices);
  }

  public static ExportOption flag(String key, String label, boolean defaultValue, String help) {
    return new ExportOption(
        key, label, Type.BOOLEAN, Boolean.toString(defaultValue), List.of(), 0, 0, help);
  }

  public static ExportOption integer(
      String key, String label, int defaultValue, int min, int max, String help) {
    return new ExportOption(
        key, label, Type.INTEGER, Integer.toString(defaultValue), List.of(), min, max, help);
  }

  public static ExportOption text(
      String key, String label, String defaultValue, int maxLength, String help) {
    return new ExportOption(key, label, Type.TEXT, defaultValue, List.of(), 0, maxLength, help);
  }

  public static ExportOption choice(
      String key, String label, String defaultValue, List<String> choices, String help) {
    return new ExportOption(key, label, Type.CHOICE, defaultValue, choices, 0, 0, help);
  }

  /** {@code true or false}, {@code 0 to 65535}, {@code drop, reject}. */
  public String range() {
    return switch (type) {
      case BOOLEAN -> "true or false";
      case INTEGER -> min + " to " + max;
      case TEXT -> "up to " + max + " characters";
      case CHOICE -> String.join(", ", choices);
    };
  }

  /**
   * The value in canonical form.
   *
   * @throws IllegalArgumentException if it is out of range; the message names option and range
   */
  public String checked(String value) {
    String text = value.strip();
    boolean valid =
        switch (type) {
          case BOOLEAN -> text.equals("true") || text.equals("false");
          case INTEGER -> isIntegerInRange(text);
          case TEXT -> text.length() <= max && text.chars().noneMatch(Character::isISOControl);
          case CHOICE -> choices.contains(text);
        };
    if (!valid) {
      throw new IllegalArgumentException(
          "option " + key + " cannot be '" + printable(text) + "'; it takes " + range());
    }
    return type == Type.INTEGER ? Integer.toString(Integer.parseInt(text)) : text;
  }

  private boolean isIntegerInRange(String text) {
    if (!text.matches("-?[0-9]{1,9}")) {
      return false;
    }
    int number = Integer.parseInt(text);
    return min <= number && number <= max;
  }

  private static String printable(String text) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
