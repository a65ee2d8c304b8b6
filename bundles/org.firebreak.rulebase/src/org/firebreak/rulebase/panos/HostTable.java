package org.firebreak.rulebase.panos;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table {@code hosts.csv}: which hosts are in which rule set. */
final class HostTable {
  private static final String RULE_SET = "rule_set";
  private static final String SERVER = "server_id";

  private final Map<String, List<String>> servers = new LinkedHashMap<>();

  /** Model ids of the servers of a rule set. */
  List<String> of(String ruleSet) {
    return servers.getOrDefault(ruleSet, List.of());
  }

  /** Whether a first line is that of such a table. */
  static boolean isHeader(String line) {
    List<String> names = cells(line);
    return names.contains(RULE_SET) && names.contains(SERVER);
  }

  /** Adds the rows of a table; each is one line. */
  void read(BufferedReader lines) throws IOException {
    List<String> header = cells(lines.readLine());
    int set = header.indexOf(RULE_SET);
    int server = header.indexOf(SERVER);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<String> cells = cells(line);
      if (cells.size() == header.size()) {
        servers.computeIfAbsent(cells.get(set), key -> new ArrayList<>()).add(cells.get(server));
      }
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
