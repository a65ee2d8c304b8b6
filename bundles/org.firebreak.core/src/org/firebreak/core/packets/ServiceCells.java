package org.firebreak.core.packets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What rules make of all protocols and ports between two addresses: disjoint pieces of the {@link
 * ServiceLine}, each decided by one rule.
 */
final class ServiceCells {
  /** A piece; the end is not part of it. */
  record Cell(int from, int to, int rule) {}

  private ServiceCells() {}

  /**
   * The pieces in order.
   *
   * @param rules services of the rules in their order
   * @param all what there is to decide; the last rule gets what no other has
   */
  static List<Cell> of(List<Intervals> rules, Intervals all) {
    List<Cell> cells = new ArrayList<>();
    Intervals left = all;
    for (int rule = 0; rule < rules.size() && !left.isEmpty(); rule++) {
      Intervals hit = left.intersect(rules.get(rule));
      for (int i = 0; i < hit.count(); i++) {
        cells.add(new Cell(hit.from(i), hit.to(i), rule));
      }
      if (!hit.isEmpty()) {
        left = left.minus(hit);
      }
    }
    cells.sort(Comparator.comparingInt(Cell::from));
    return cells;
  }
}
