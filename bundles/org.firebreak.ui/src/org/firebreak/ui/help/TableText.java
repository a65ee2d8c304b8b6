package org.firebreak.ui.help;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.firebreak.ui.help.RichText.Look;

/**
 * Writes a table for a narrow column: each row as a line, its first cell strong, the others after
 * it with the headings of their columns where there are several. A table whose headings repeat is
 * two beside each other, which come one after the other here.
 */
final class TableText {
  private final RichTextBuilder out;

  TableText(RichTextBuilder out) {
    this.out = out;
  }

  void write(TableBlock table) {
    List<List<Node>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          rows.add(children(row));
        }
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    List<String> titles = rows.get(0).stream().map(Headings::words).toList();
    int width = period(titles);
    boolean first = true;
    for (int from = 0; from < titles.size(); from += width) {
      for (List<Node> row : rows.subList(1, rows.size())) {
        int to = Math.min(from + width, row.size());
        if (from < to && row.get(from).getFirstChild() != null) {
          row(row.subList(from, to), titles, first);
          first = false;
        }
      }
    }
  }

  private void row(List<Node> cells, List<String> titles, boolean gap) {
    out.line(0, 1, false, gap);
    out.inline(cells.get(0), Look.STRONG, null);
    for (int i = 1; i < cells.size(); i++) {
      if (cells.get(i).getFirstChild() == null) {
        continue;
      }
      if (cells.size() == 2) {
        out.words("  ", null);
      } else {
        out.line(1, 2, false, false);
        out.words(titles.get(i) + "  ", Look.MUTED);
      }
      out.inline(cells.get(i), null, null);
    }
  }

  /** After how many columns the headings begin anew; all of them if they do not. */
  private static int period(List<String> titles) {
    int second = titles.subList(1, titles.size()).indexOf(titles.get(0)) + 1;
    return second > 0 && titles.size() % second == 0 && !titles.get(0).isEmpty()
        ? second
        : titles.size();
  }

  private static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}
