package org.firebreak.ui.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.describe.Property;
import org.firebreak.core.describe.PropertyType;
import org.firebreak.model.Label;

/** How the value of a property is taken apart into rows of cells and put together again. */
enum RowKind {
  /** A word a row. */
  WORDS(List.of("")) {
    @Override
    List<List<String>> rows(Object value) {
      return ((List<?>) value).stream().map(word -> List.of(word.toString())).toList();
    }

    @Override
    Object value(List<List<String>> rows) {
      return rows.stream().map(List::getFirst).distinct().toList();
    }

    /** Several words may be pasted at once. */
    @Override
    List<List<String>> parse(Property property, List<String> cells) {
      return rows(property.parse(cells.getFirst()));
    }
  },
  /** A label a row: its key and its value. */
  LABELS(List.of("Key", "Value")) {
    @Override
    List<List<String>> rows(Object value) {
      return ((List<?>) value)
          .stream()
              .map(each -> (Label) each)
              .map(label -> List.of(text(label.getKey()), text(label.getValue())))
              .toList();
    }

    @Override
    Object value(List<List<String>> rows) {
      Map<String, String> labels = new LinkedHashMap<>();
      rows.forEach(row -> labels.put(row.get(0), row.get(1)));
      return labels;
    }

    @Override
    List<List<String>> parse(Property property, List<String> cells) {
      String key = cells.get(0).strip();
      if (key.isEmpty() && !cells.get(1).isBlank()) {
        throw new IllegalArgumentException("A label needs a key, such as tier");
      }
      if (key.contains("=")) {
        throw new IllegalArgumentException("A key has no '=': write the value beside it");
      }
      return key.isEmpty() ? List.of() : List.of(List.of(key, cells.get(1).strip()));
    }
  };

  private final List<String> columns;

  RowKind(List<String> columns) {
    this.columns = columns;
  }

  static RowKind of(Property property) {
    return property.type() == PropertyType.LABELS ? LABELS : WORDS;
  }

  /** Titles of the columns; an empty one needs no title. */
  List<String> columns() {
    return columns;
  }

  /** The rows of a value of the model. */
  abstract List<List<String>> rows(Object value);

  /** The value for {@link Property#set}. */
  abstract Object value(List<List<String>> rows);

  /**
   * What somebody wrote into the cells of one row.
   *
   * @return no row for empty cells, several if several words were pasted
   * @throws IllegalArgumentException if it makes no sense; the message says what is expected
   */
  abstract List<List<String>> parse(Property property, List<String> cells);

  /** Rows with one of them replaced; its place is kept, and no row is there twice. */
  List<List<String>> replaced(
      List<List<String>> rows, List<String> old, List<List<String>> replacement) {
    List<List<String>> result = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.equals(old)) {
        result.addAll(replacement);
      } else if (!replacement.contains(row)) {
        result.add(row);
      }
    }
    return result;
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
