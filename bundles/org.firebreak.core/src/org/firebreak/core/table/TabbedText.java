package org.firebreak.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cells as spreadsheets put them on the clipboard: a line a row, tabs between cells, quotes around
 * a cell with a tab, a quote or a line break.
 */
public final class TabbedText {

  private TabbedText() {}

  /** Writes rows of cells. */
  public static String write(List<List<String>> rows) {
    String text =
        rows.stream()
            .map(row -> row.stream().map(TabbedText::quote).collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n"));
    // A last row of one empty cell would not be seen; alone it would be no text at all.
    return !rows.isEmpty() && rows.getLast().equals(List.of("")) ? text + "\n" : text;
  }

  private static String quote(String cell) {
    boolean plain =
        cell.indexOf('\t') < 0
            && cell.indexOf('\n') < 0
            && cell.indexOf('\r') < 0
            && !cell.startsWith("\"");
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** Reads rows of cells, which need not be equally long; the last line break ends a row. */
  public static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == '\t') {
        row.add(take(cell));
      } else if (c == '\n') {
        row.add(take(cell));
        rows.add(List.copyOf(row));
        row.clear();
        open = false;
        continue;
      } else if (c != '\r') {
        cell.append(c);
      }
      open = true;
    }
    if (open) {
      row.add(take(cell));
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  private static String take(StringBuilder cell) {
    String text = cell.toString();
    cell.setLength(0);
    return text;
  }
}
