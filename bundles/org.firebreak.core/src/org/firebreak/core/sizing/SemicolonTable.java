package org.firebreak.core.sizing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of facts: fields separated by semicolons, in double quotes where a spreadsheet put them,
 * comments from {@code #}, first other line the header. Strict: a mistake in it is named with its
 * line.
 */
public final class SemicolonTable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SemicolonTable() {}

  /**
   * One line with its number.
   *
   * @param table name of the table
   * @param line number of the line, from 1
   * @param fields fields by column
   */
  public record Row(String table, int line, Map<String, String> fields) {

    /**
     * A field.
     *
     * @param column its column
     * @return text, empty if the field is
     * @throws InvalidTableException if there is no such column
     */
    public String text(String column) {
      String field = fields.get(column);
      if (field == null) {
        throw mistake("there is no column " + column + "; add it to the header");
      }
      return field;
    }

    /**
     * A field, or another text if it is empty or there is no such column.
     *
     * @param column its column
     * @param otherwise text instead
     * @return text
     */
    public String text(String column, String otherwise) {
      String field = fields.getOrDefault(column, "");
      return field.isEmpty() ? otherwise : field;
    }

    /**
     * A mistake in this line.
     *
     * @param what what is wrong, and how to mend it
     * @return exception to throw
     */
    public InvalidTableException mistake(String what) {
      return new InvalidTableException(table, line, what);
    }
  }

  /**
   * Reads a table.
   *
   * @param in text in UTF-8, closed afterwards
   * @param table name in messages
   * @return its lines below the header
   * @throws InvalidTableException if a line has more or fewer fields than the header, or a quote is
   *     not closed
   * @throws UncheckedIOException if it cannot be read
   */
  public static List<Row> read(InputStream in, String table) {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> header = null;
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
          line = line.substring(1);
        }
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        List<String> fields = fields(line, table, number);
        if (header == null) {
          header = fields;
        } else {
          rows.add(new Row(table, number, row(header, fields, table, number)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(table + " cannot be read", e);
    }
    return rows;
  }

  private static List<String> fields(String line, String table, int number) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"' && (quoted || field.isEmpty())) {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new InvalidTableException(
          table, number, "a double quote is not closed; close it on the same line");
    }
    fields.add(field.toString().strip());
    return fields;
  }

  /** A field as the reader takes it back. */
  static String quoted(String field) {
    String line = field.replaceAll("\\R", " ").strip();
    return line.indexOf(';') < 0 && !line.startsWith("\"") && !line.startsWith("#")
        ? line
        : '"' + line.replace("\"", "\"\"") + '"';
  }

  private static Map<String, String> row(
      List<String> header, List<String> fields, String table, int line) {
    if (fields.size() != header.size()) {
      throw new InvalidTableException(
          table,
          line,
          header.size()
              + " fields separated by semicolons expected, as in the header, not "
              + fields.size());
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), fields.get(i));
    }
    return row;
  }
}
