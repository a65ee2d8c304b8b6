package org.firebreak.report.text;

import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Document;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.Table;
import org.firebreak.report.table.Tone;

/**
 * A document as Markdown with tables in the way of GitHub. Pictures become their descriptions; a
 * chart of up to fifty rows also its table.
 */
public final class MarkdownDocument {
  private static final int MOST_ROWS_OF_A_CHART = 50;

  private final StringBuilder out = new StringBuilder();

  private MarkdownDocument() {}

  /** The text, lines ended by LF. */
  public static String of(Document document, Brand brand) {
    MarkdownDocument text = new MarkdownDocument();
    text.write(document, brand);
    return text.out.toString();
  }

  private void write(Document document, Brand brand) {
    out.append("# ").append(line(document.kicker() + ": " + document.title())).append("\n\n");
    if (!brand.company().isEmpty()) {
      paragraph("**" + line(brand.company()) + "**");
    }
    for (Document.Fact fact : document.facts()) {
      out.append("- ").append(line(fact.label())).append(": ").append(line(fact.value()));
      out.append('\n');
    }
    out.append('\n');
    int number = 0;
    for (Document.Section section : document.sections()) {
      number++;
      out.append("## ").append(number).append(". ").append(line(section.title())).append("\n\n");
      section.blocks().forEach(this::block);
    }
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> out.append("### ").append(line(heading.text())).append("\n\n");
      case Block.Paragraph paragraph -> paragraph(line(paragraph.text()));
      case Block.Items items -> items(items);
      case Block.Figures figures -> {
        for (Block.Figure each : figures.figures()) {
          out.append("- **").append(line(each.label())).append(":** ").append(line(each.value()));
          out.append(each.hint().isEmpty() ? "" : " (" + line(each.hint()) + ")").append('\n');
        }
        out.append('\n');
      }
      case Block.Rows rows -> table(rows.table());
      case Block.Graph graph -> {
        paragraph("*" + line(graph.chart().title()) + ".* " + line(graph.chart().description()));
        if (graph.chart().data().rows().size() <= MOST_ROWS_OF_A_CHART) {
          table(graph.chart().data());
        }
      }
      case Block.Drawing drawing ->
          paragraph("*" + line(drawing.caption()) + "* " + line(drawing.scene().description()));
    }
  }

  private void paragraph(String text) {
    out.append(text).append("\n\n");
  }

  private void items(Block.Items items) {
    int number = 0;
    for (String item : items.items()) {
      number++;
      out.append(items.ordered() ? number + ". " : "- ").append(line(item)).append('\n');
    }
    out.append('\n');
  }

  private void table(Table table) {
    paragraph("**" + line(table.caption()) + "**");
    row(table.columns().stream().map(column -> line(column.label())).toList());
    row(table.columns().stream().map(MarkdownDocument::rule).toList());
    for (List<Cell> cells : table.rows()) {
      row(cells.stream().map(MarkdownDocument::cell).toList());
    }
    out.append('\n');
    if (!table.note().isEmpty()) {
      paragraph(line(table.note()));
    }
  }

  private static String rule(Column column) {
    return column.isFigure() ? "---:" : "---";
  }

  private static String cell(Cell cell) {
    boolean command = cell.tone() == Tone.CODE && cell.words().indexOf('`') < 0;
    return command
        ? "`" + cell.words().replace("|", "\\|").replaceAll("\\s+", " ") + "`"
        : line(cell.plain());
  }

  private void row(List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** One line in which no character of a design is taken for markup. */
  static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\t') {
        safe.append(' ');
      } else if ("\\`*_[]<>|#~".indexOf(c) >= 0) {
        safe.append('\\').append(c);
      } else if (c >= ' ') {
        safe.append(c);
      }
    }
    return safe.toString();
  }
}
