package org.firebreak.imports.table;

import java.util.List;
import java.util.Map;

/**
 * A row before anybody knows what its cells mean.
 *
 * @param number line or row from 1, as an editor or spreadsheet program shows it
 * @param cells texts, stripped
 * @param problems what is wrong with single cells, by index
 */
record RawRow(int number, List<String> cells, Map<Integer, String> problems) {

  boolean isBlank() {
    return problems.isEmpty() && cells.stream().allMatch(String::isEmpty);
  }
}
