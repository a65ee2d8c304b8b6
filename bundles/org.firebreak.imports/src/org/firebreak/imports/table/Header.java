package org.firebreak.imports.table;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the cells of a header row mean.
 *
 * @param columns the columns that were looked for
 * @param cells the header row
 * @param found where each column stands that was found
 * @param named where headers with a name of their own stand, by that name
 */
record Header(
    List<Column> columns,
    List<String> cells,
    Map<Column, List<Integer>> found,
    Map<String, Integer> named) {

  /** How many columns were found. */
  int score() {
    return found.size() + named.size();
  }

  boolean isComplete() {
    return missing().isEmpty();
  }

  List<Column> missing() {
    return columns.stream().filter(c -> c.required() && !found.containsKey(c)).toList();
  }

  /** Headers that mean nothing, as they are written. */
  List<String> unused() {
    return IntStream.range(0, cells.size())
        .filter(i -> !cells.get(i).isEmpty() && !isUsed(i) && !isRepeated(i))
        .mapToObj(cells::get)
        .toList();
  }

  /** Headers that are not used because the same header stands further left. */
  List<Table.Repeated> repeated() {
    return IntStream.range(0, cells.size())
        .filter(i -> !isUsed(i) && isRepeated(i))
        .mapToObj(i -> new Table.Repeated(cells.get(i), 1 + (int) same(i).count()))
        .toList();
  }

  private boolean isRepeated(int index) {
    return same(index).anyMatch(this::isUsed);
  }

  private IntStream same(int index) {
    String header = Vocabulary.normalise(cells.get(index));
    return IntStream.range(0, index).filter(i -> Vocabulary.normalise(cells.get(i)).equals(header));
  }

  private boolean isUsed(int index) {
    return named.containsValue(index)
        || found.values().stream().anyMatch(places -> places.contains(index));
  }
}
