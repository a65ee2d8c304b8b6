package org.firebreak.core.sizing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A shipped table: fields separated by semicolons, no quotes, comments from {@code #}, first other
 * line the header. Strict, because a mistake in it is a mistake of the product.
 */
final class SemicolonTable {

  private SemicolonTable() {}

  /** One line with its number. */
  record Row(String table, int line, Map<String, String> fields) {

    String text(String column) {
      String field = fields.get(column);
      if (field == null) {
        throw mistake("no column " + column);
      }
      return field;
    }

    IllegalStateException mistake(String what) {
      return new IllegalStateException(table + " line " + line + ": " + what);
    }
  }

  static List<Row> read(InputStream in, String table) {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> header = null;
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.startsWith("#")) {
          continue;
        }
        List<String> fields = Arrays.asList(line.split(";", -1));
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

  private static Map<String, String> row(
      List<String> header, List<String> fields, String table, int line) {
    if (fields.size() != header.size()) {
      throw new IllegalStateException(
          table
              + " line "
              + line
              + ": "
              + header.size()
              + " fields expected, not "
              + fields.size());
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), fields.get(i));
    }
    return row;
  }
}
