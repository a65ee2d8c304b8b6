package org.firebreak.core.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.firebreak.model.Element;

/**
 * An order of rows by a column: what it needs of the model is read, the sorting is not yet done.
 */
public final class RowOrder {
  private record Key(Element row, Double number, String text) {}

  private final Key[] keys;
  private final boolean descending;

  private RowOrder(Key[] keys, boolean descending) {
    this.keys = keys;
    this.descending = descending;
  }

  static RowOrder of(List<Element> rows, TableColumn column, TableData data, boolean descending) {
    Key[] keys = new Key[rows.size()];
    for (int i = 0; i < keys.length; i++) {
      Element row = rows.get(i);
      keys[i] =
          column.number() == null
              ? new Key(row, null, column.textOf(row, data))
              : new Key(row, column.number().apply(row, data), "");
    }
    return new RowOrder(keys, descending);
  }

  /**
   * The rows in their new order; equal ones stay as they were, and empty cells stand at the end in
   * both directions. Any thread may call it.
   */
  public List<Element> sorted() {
    Comparator<Key> blank =
        Comparator.comparing((Key key) -> key.number() == null && key.text().isEmpty());
    Comparator<Key> order =
        Comparator.comparing(Key::number, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Key::text, NaturalOrder.TEXT);
    Arrays.sort(keys, blank.thenComparing(descending ? order.reversed() : order));
    return Arrays.stream(keys).map(Key::row).toList();
  }
}
