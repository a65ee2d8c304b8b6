package org.firebreak.report.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.firebreak.core.sizing.Unit;
import org.firebreak.report.document.Block;
import org.firebreak.report.document.Brand;
import org.firebreak.report.document.Document;
import org.firebreak.report.table.Cell;
import org.firebreak.report.table.Column;
import org.firebreak.report.table.CsvText;
import org.firebreak.report.table.Table;

/**
 * A document as JSON: tables and charts by their ids, rows as objects by the keys of the columns,
 * figures as raw numbers in the unit that the column states. {@code docs/user/reports.md} describes
 * it.
 */
public final class JsonDocument {
  /** Rises when a field changes its meaning. */
  private static final int FORMAT_VERSION = 1;

  private final JsonGenerator json;

  private JsonDocument(JsonGenerator json) {
    this.json = json;
  }

  /** The text, lines ended by LF. */
  public static String of(Document document, Brand brand) {
    StringWriter out = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      new JsonDocument(json).write(document, brand);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private void write(Document document, Brand brand) throws IOException {
    json.writeStartObject();
    json.writeStringField("document", document.kind());
    json.writeNumberField("formatVersion", FORMAT_VERSION);
    json.writeStringField("title", document.title());
    if (!brand.company().isEmpty()) {
      json.writeStringField("company", brand.company());
    }
    for (Document.Fact fact : document.facts()) {
      json.writeStringField(fact.key(), fact.value());
    }
    json.writeArrayFieldStart("sections");
    for (Document.Section section : document.sections()) {
      section(section);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void section(Document.Section section) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", section.id());
    json.writeStringField("title", section.title());
    json.writeArrayFieldStart("content");
    for (Block block : section.blocks()) {
      json.writeStartObject();
      block(block);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void block(Block block) throws IOException {
    switch (block) {
      case Block.Heading heading -> text("heading", heading.text());
      case Block.Paragraph paragraph -> text("text", paragraph.text());
      case Block.Items items -> {
        json.writeStringField("type", "list");
        json.writeArrayFieldStart("items");
        for (String item : items.items()) {
          json.writeString(item);
        }
        json.writeEndArray();
      }
      case Block.Figures figures -> {
        json.writeStringField("type", "figures");
        json.writeObjectFieldStart("figures");
        for (Block.Figure figure : figures.figures()) {
          json.writeStringField(figure.key(), figure.value());
        }
        json.writeEndObject();
      }
      case Block.Rows rows -> table("table", rows.table());
      case Block.Graph graph -> table("chart", graph.chart().data());
      case Block.Drawing drawing -> {
        json.writeStringField("type", "diagram");
        json.writeStringField("id", drawing.id());
        json.writeStringField("title", drawing.caption());
      }
    }
  }

  private void text(String type, String text) throws IOException {
    json.writeStringField("type", type);
    json.writeStringField("text", text);
  }

  private void table(String type, Table table) throws IOException {
    json.writeStringField("type", type);
    json.writeStringField("id", table.id());
    json.writeStringField("title", table.caption());
    json.writeArrayFieldStart("columns");
    for (Column column : table.columns()) {
      json.writeStartObject();
      json.writeStringField("key", column.key());
      json.writeStringField("label", column.label());
      if (column.unit() != null) {
        json.writeStringField("unit", symbol(column.unit()));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (List<Cell> row : table.rows()) {
      json.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        cell(table.columns().get(i), row.get(i));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String symbol(Unit unit) {
    String symbol = Column.symbol(unit);
    return symbol.isEmpty() ? "1" : symbol;
  }

  /** A figure is a number or null; a text with notes is a list. */
  private void cell(Column column, Cell cell) throws IOException {
    if (column.isFigure() && column.unit() == null) {
      json.writeObjectFieldStart(column.key());
      if (cell.value() == null) {
        json.writeNullField("value");
      } else {
        json.writeNumberField("value", new BigDecimal(CsvText.number(cell.value())));
      }
      json.writeStringField("unit", cell.unit() == null ? "1" : symbol(cell.unit()));
      json.writeEndObject();
    } else if (cell.value() != null) {
      json.writeNumberField(column.key(), new BigDecimal(CsvText.number(cell.value())));
    } else if (column.isFigure()) {
      json.writeNullField(column.key());
    } else if (cell.notes().isEmpty()) {
      json.writeStringField(column.key(), cell.words());
    } else {
      json.writeArrayFieldStart(column.key());
      json.writeString(cell.words());
      for (String note : cell.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
    }
  }
}
