package org.firebreak.ui.pasting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.firebreak.imports.input.IpText;
import org.firebreak.imports.inventory.TableInventory;
import org.firebreak.imports.matrix.TableMatrix;
import org.firebreak.imports.spi.ImportFormat;

/**
 * Rows of a table whose kind is known, below a header that the importers understand.
 *
 * @param kind what the rows state
 * @param rows cells of all rows, the header first
 * @param headerAdded whether the header was not pasted, but follows from what the columns hold
 */
record PastedRows(Kind kind, List<List<String>> rows, boolean headerAdded) {
  /** What a row states. */
  enum Kind {
    SERVERS,
    FLOWS
  }

  private static final Set<String> PROTOCOLS =
      Set.of("tcp", "udp", "sctp", "icmp", "icmpv6", "esp", "gre", "any");
  private static final String PORTS = "[0-9][0-9 ,;-]*";

  /** Reads text with tabs between the cells; {@code null} if it is no table of a known kind. */
  static PastedRows of(String text) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank()) {
        rows.add(
            java.util.Arrays.stream(line.split("\t", -1))
                .map(PastedRows::unquoted)
                .collect(Collectors.toCollection(ArrayList::new)));
      }
    }
    if (rows.isEmpty()) {
      return null;
    }
    Kind stated = stated(rows.get(0));
    if (stated != null) {
      return rows.size() == 1 ? null : new PastedRows(stated, rows, false);
    }
    return guessed(rows);
  }

  /** Where the importer's row number was in what the user pasted. */
  int pastedRow(int row) {
    return headerAdded ? row - 1 : row;
  }

  /** Rows without the header. */
  int size() {
    return rows.size() - 1;
  }

  /** The rows that have none of some names among their cells. */
  PastedRows without(Set<String> names) {
    List<List<String>> kept = new ArrayList<>(rows);
    kept.removeIf(row -> row != rows.get(0) && row.stream().anyMatch(names::contains));
    return new PastedRows(kind, kept, headerAdded);
  }

  /** The rows as a file of tab-separated values. */
  String text() {
    return rows.stream()
        .map(row -> row.stream().map(PastedRows::quoted).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The kind whose words the header has; {@code null} if it is no header. */
  private static Kind stated(List<String> header) {
    long servers = known(header, new TableInventory());
    long flows = known(header, new TableMatrix());
    long cells = header.stream().filter(cell -> !cell.isEmpty()).count();
    if (2 * Math.max(servers, flows) <= cells
        || header.stream().anyMatch(PastedRows::areAddresses)) {
      return null;
    }
    return flows > servers ? Kind.FLOWS : Kind.SERVERS;
  }

  private static long known(List<String> header, ImportFormat format) {
    return header.stream().filter(cell -> !cell.isEmpty()).filter(format::knowsHeader).count();
  }

  private static PastedRows guessed(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    boolean names = rows.stream().anyMatch(row -> !areAddresses(row.get(0)));
    boolean addresses = rows.stream().anyMatch(row -> row.size() > 1 && areAddresses(row.get(1)));
    if (names && (columns == 1 || addresses)) {
      List<String> header = new ArrayList<>(List.of("name"));
      for (int i = 1; i < columns; i++) {
        header.add(i == 1 || holds(rows, i, PastedRows::areAddresses) ? "address" : "column " + i);
      }
      return headed(Kind.SERVERS, header, rows);
    }
    return columns < 3 ? null : flows(rows, columns);
  }

  private static PastedRows flows(List<List<String>> rows, int columns) {
    List<String> header = new ArrayList<>(List.of("source", "destination"));
    int protocol = -1;
    for (int i = 2; i < columns && protocol < 0; i++) {
      protocol = holds(rows, i, cell -> PROTOCOLS.contains(cell.toLowerCase(Locale.ROOT))) ? i : -1;
    }
    boolean ports = false;
    for (int i = 2; i < columns; i++) {
      boolean port = holds(rows, i, cell -> cell.matches(PORTS));
      boolean first = !header.contains("port") && !header.contains("service");
      if (i == protocol) {
        header.add("protocol");
      } else if (first) {
        header.add(port ? "port" : "service");
        ports = port;
      } else {
        header.add("column " + i);
      }
    }
    if (!header.contains("port") && !header.contains("service")) {
      return null;
    }
    if (protocol < 0 && ports) {
      header.add("protocol");
      rows.forEach(
          row -> {
            row.addAll(Collections.nCopies(header.size() - 1 - row.size(), ""));
            row.add("tcp");
          });
    }
    return headed(Kind.FLOWS, header, rows);
  }

  private static PastedRows headed(Kind kind, List<String> header, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    return new PastedRows(kind, all, true);
  }

  /** Whether more than half of the cells of a column that are not empty are so. */
  private static boolean holds(List<List<String>> rows, int column, Predicate<String> what) {
    List<String> cells =
        rows.stream()
            .filter(row -> row.size() > column && !row.get(column).isEmpty())
            .map(row -> row.get(column))
            .toList();
    return !cells.isEmpty() && 2 * cells.stream().filter(what).count() > cells.size();
  }

  private static boolean areAddresses(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    try {
      for (String word : cell.split("[ ,;]+")) {
        IpText.parse(word);
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
