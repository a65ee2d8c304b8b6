package org.firebreak.scene.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * In which column of its container each box stands.
 *
 * @param columns by container (null for the diagram): the boxes of each column, top to bottom
 * @param column column of each box in its container, counted from 0
 */
record ColumnPlan(Map<String, List<List<String>>> columns, Map<String, Integer> column) {

  static ColumnPlan of(Map<String, List<List<String>>> columns) {
    Map<String, Integer> column = new HashMap<>();
    for (List<List<String>> inContainer : columns.values()) {
      for (int i = 0; i < inContainer.size(); i++) {
        for (String box : inContainer.get(i)) {
          column.put(box, i);
        }
      }
    }
    return new ColumnPlan(columns, column);
  }

  /**
   * The same columns in another order from top to bottom. A column whose boxes have flows among
   * each other keeps its order.
   */
  ColumnPlan ordered(SiblingFlows flows, ToDoubleFunction<String> height) {
    Map<String, List<List<String>>> ordered = new LinkedHashMap<>();
    columns.forEach(
        (container, old) -> {
          List<List<String>> sorted = new ArrayList<>();
          for (List<String> column : old) {
            List<String> copy = new ArrayList<>(column);
            if (!flows.order(container).anyConnected(column)) {
              copy.sort(Comparator.comparingDouble(height));
            }
            sorted.add(copy);
          }
          ordered.put(container, sorted);
        });
    return of(ordered);
  }
}
