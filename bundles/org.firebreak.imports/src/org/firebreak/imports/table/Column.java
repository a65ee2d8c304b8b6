package org.firebreak.imports.table;

import java.util.List;
import java.util.stream.Stream;

/** A column that a kind of table may have. Two columns are never equal. */
public final class Column {
  private final String key;
  private final boolean required;
  private final boolean repeatable;
  private final List<String> names;
  private final List<String> headers;

  /**
   * A column.
   *
   * @param key name in messages and documentation
   * @param required whether a table without it is not of that kind
   * @param repeatable whether several headers may mean it, all of which then count
   * @param headers headers that mean it; of several in one table the earliest in this list counts
   */
  public Column(String key, boolean required, boolean repeatable, List<String> headers) {
    this.key = key;
    this.required = required;
    this.repeatable = repeatable;
    this.names = List.copyOf(headers);
    this.headers = headers.stream().map(Vocabulary::normalise).distinct().toList();
  }

  /** Name in messages and documentation. */
  public String key() {
    return key;
  }

  /** Whether a table without it is not of the kind. */
  public boolean required() {
    return required;
  }

  /** Whether several headers may mean it. */
  public boolean repeatable() {
    return repeatable;
  }

  /** Headers that mean it, as documentation writes them, the preferred one first. */
  public List<String> names() {
    return names;
  }

  /** Normalised headers that mean it, the preferred one first. */
  public List<String> headers() {
    return headers;
  }

  /** A column that may be missing. */
  public static Column optional(String key, String... synonyms) {
    return new Column(key, false, false, all(key, synonyms));
  }

  /** A column that must be there. */
  public static Column required(String key, String... synonyms) {
    return new Column(key, true, false, all(key, synonyms));
  }

  /** A column that may be missing, or be there several times. */
  public static Column repeatable(String key, String... synonyms) {
    return new Column(key, false, true, all(key, synonyms));
  }

  private static List<String> all(String key, String... synonyms) {
    return Stream.concat(Stream.of(key), Stream.of(synonyms)).toList();
  }
}
