package org.firebreak.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Document;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;

/**
 * Widths of columns on paper, by what is in them: no figure and no usual word is broken, and the
 * rest goes to those with the most text.
 */
final class ColumnWidths {
  /** Longer words are addresses and the like, which may be broken. */
  private static final int LONGEST_WORD = 15;

  private static final int LONGEST_FIGURE = 18;
  private static final int LONGEST_LINE = 60;
  private static final int ROWS = 300;
  private static final double PERCENT = 100;

  /** Characters that fit in a line of a table on an upright page. */
  private static final double LINE = 108;

  private ColumnWidths() {}

  /** Widths in percent of the columns of each table, by its id. */
  static Map<String, List<Double>> of(Document document) {
    Map<String, List<Double>> widths = new HashMap<>();
    for (Document.Section section : document.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Rows rows) {
          widths.put(rows.table().id(), of(rows.table()));
        }
      }
    }
    return widths;
  }

  private static List<Double> of(Table table) {
    int columns = table.columns().size();
    double[] least = new double[columns];
    double[] wanted = new double[columns];
    for (int i = 0; i < columns; i++) {
      Column column = table.columns().get(i);
      least[i] = longestWord(column.label(), LONGEST_WORD) * 1.25 + 2.5;
      double sum = 0;
      int rows = Math.min(ROWS, table.rows().size());
      for (List<Cell> row : table.rows().subList(0, rows)) {
        Cell cell = row.get(i);
        least[i] =
            Math.max(
                least[i],
                3
                    + (column.isFigure()
                        ? Math.min(LONGEST_FIGURE, cell.words().length())
                        : longestWord(cell.plain(), LONGEST_WORD)));
        sum += Math.min(LONGEST_LINE, cell.plain().length());
      }
      wanted[i] = column.isFigure() || rows == 0 ? 0 : sum / rows;
    }
    return percent(least, wanted);
  }

  /** Every column gets the least it needs; what is left is shared by the text. */
  private static List<Double> percent(double[] least, double[] wanted) {
    double line = LINE;
    double needed = 0;
    double text = 0;
    for (int i = 0; i < least.length; i++) {
      needed += least[i];
      text += Math.max(0, wanted[i] - least[i] / 2);
    }
    double rest = Math.max(0, line - needed);
    double total = text > 0 ? needed + rest : needed;
    List<Double> percent = new ArrayList<>();
    for (int i = 0; i < least.length; i++) {
      double share = text > 0 ? Math.max(0, wanted[i] - least[i] / 2) / text * rest : 0;
      percent.add(Math.round(PERCENT * 10 * (least[i] + share) / total) / 10.0);
    }
    return percent;
  }

  private static int longestWord(String text, int most) {
    int longest = 0;
    for (String word : text.split("[\\s/,;-]+")) {
      longest = Math.max(longest, word.length());
    }
    return Math.min(most, longest);
  }
}
