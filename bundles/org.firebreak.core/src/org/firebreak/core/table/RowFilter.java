package org.firebreak.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which rows are wanted: every word of the search stands somewhere in the row, and every column's
 * text in its column. In a column {@code =web} wants the whole cell to be {@code web}, {@code =}
 * alone an empty cell, and {@code !web} a cell without {@code web}.
 */
final class RowFilter {
  /** Stands between the cells of a row's line, and occurs in no cell. */
  static final char BORDER = '\u0001';

  private record Condition(int column, String text, boolean whole, boolean not) {
    boolean accepts(String line) {
      int from = 0;
      for (int i = 0; i < column; i++) {
        from = line.indexOf(BORDER, from) + 1;
      }
      int to = line.indexOf(BORDER, from);
      if (whole) {
        return (to - from == text.length() && line.startsWith(text, from)) != not;
      }
      int at = line.indexOf(text, from);
      return (at >= 0 && at + text.length() <= to) != not;
    }
  }

  private final List<String> words = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();

  /**
   * @param columns wanted texts by the number of the column
   */
  RowFilter(String search, Map<Integer, String> columns) {
    for (String word : lower(search).strip().split("\\s+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    columns.forEach(
        (column, text) -> {
          String wanted = lower(text).strip();
          boolean not = wanted.startsWith("!");
          String rest = not ? wanted.substring(1) : wanted;
          boolean whole = rest.startsWith("=");
          if (!wanted.isEmpty() && (whole || !rest.isEmpty())) {
            conditions.add(new Condition(column, whole ? rest.substring(1) : rest, whole, not));
          }
        });
  }

  boolean isEmpty() {
    return words.isEmpty() && conditions.isEmpty();
  }

  /**
   * @param line the cells of a row in lower case, each followed by {@link #BORDER}
   */
  boolean accepts(String line) {
    for (Condition condition : conditions) {
      if (!condition.accepts(line)) {
        return false;
      }
    }
    for (String word : words) {
      if (line.indexOf(word) < 0) {
        return false;
      }
    }
    return true;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
