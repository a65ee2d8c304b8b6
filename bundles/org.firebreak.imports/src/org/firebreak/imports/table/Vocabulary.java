package org.firebreak.imports.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.imports.input.CleanText;

/**
 * The columns that a kind of table may have. Headers are compared without regard to case, spaces,
 * underscores and punctuation.
 */
public final class Vocabulary {
  private final List<Column> columns;
  private final String prefix;
  private final Map<String, Column> byHeader = new HashMap<>();

  /**
   * A vocabulary.
   *
   * @param columns the columns; no header may mean two of them
   * @param prefix what stands before a colon in headers that carry a name of their own, such as
   *     {@code label:env}; null for none
   */
  public Vocabulary(List<Column> columns, String prefix) {
    this.columns = List.copyOf(columns);
    this.prefix = prefix;
    for (Column column : columns) {
      for (String header : column.headers()) {
        if (byHeader.put(header, column) != null) {
          throw new IllegalArgumentException("header with two meanings: " + header);
        }
      }
    }
  }

  /** Letters and digits of a header in lower case: {@code IP_Address} is {@code ipaddress}. */
  public static String normalise(String header) {
    String folded = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(folded.length());
    folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Every column. */
  public List<Column> columns() {
    return columns;
  }

  /** Whether a header means one of the columns. */
  public boolean knows(String header) {
    return byHeader.containsKey(normalise(header)) || prefixed(header) != null;
  }

  private String prefixed(String header) {
    if (prefix == null) {
      return null;
    }
    int colon = header.indexOf(':');
    return colon > 0 && normalise(header.substring(0, colon)).equals(prefix)
        ? header.substring(colon + 1).strip()
        : null;
  }

  /** Takes a row for the header and sees what its cells mean. */
  Header match(List<String> cells) {
    Map<Column, List<Integer>> found = new HashMap<>();
    Map<String, Integer> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String suffix = prefixed(cells.get(i));
      Column column = byHeader.get(normalise(cells.get(i)));
      if (suffix != null && !suffix.isEmpty()) {
        named.putIfAbsent(suffix, i);
      } else if (column != null) {
        found.computeIfAbsent(column, key -> new ArrayList<>()).add(i);
      }
    }
    found.replaceAll(
        (column, at) -> column.repeatable() ? List.copyOf(at) : List.of(best(column, at, cells)));
    // Headers go into messages, which a terminal shows.
    List<String> shown = cells.stream().map(CleanText::printable).toList();
    return new Header(columns, shown, found, named);
  }

  private static int best(Column column, List<Integer> at, List<String> cells) {
    int best = at.get(0);
    for (int other : at) {
      if (rank(column, cells.get(other)) < rank(column, cells.get(best))) {
        best = other;
      }
    }
    return best;
  }

  private static int rank(Column column, String header) {
    return column.headers().indexOf(normalise(header));
  }
}
