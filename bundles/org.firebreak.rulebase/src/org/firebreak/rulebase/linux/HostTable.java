package org.firebreak.rulebase.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.RuleFiles;

/** The table {@code hosts.csv} of a bundle: which hosts load which file. */
public final class HostTable {
  private static final String NAME = "hosts.csv";

  private final Map<String, List<String>> hosts;

  private HostTable(Map<String, List<String>> hosts) {
    this.hosts = hosts;
  }

  /**
   * Reads the table of a bundle; rule bases of others have none.
   *
   * @throws RuleBaseException if it has no columns file and server_id
   */
  public static HostTable read(RuleFiles files) throws IOException {
    Map<String, List<String>> hosts = new HashMap<>();
    if (!files.paths().contains(NAME)) {
      return new HostTable(hosts);
    }
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(files.open(NAME), StandardCharsets.UTF_8))) {
      List<String> header = record(in);
      int file = header == null ? -1 : header.indexOf("file");
      int server = header == null ? -1 : header.indexOf("server_id");
      if (file < 0 || server < 0) {
        throw new RuleBaseException(
            NAME + ":1: columns file and server_id are missing; export the design again");
      }
      for (List<String> cells = record(in); cells != null; cells = record(in)) {
        if (cells.size() > Math.max(file, server)) {
          hosts.computeIfAbsent(cells.get(file), key -> new ArrayList<>()).add(cells.get(server));
        }
      }
    }
    return new HostTable(hosts);
  }

  /** The hosts that load a file, by model id; none if the table does not list it. */
  public List<String> of(String file) {
    return hosts.getOrDefault(file, List.of());
  }

  /** One record of RFC 4180; {@code null} at the end. */
  private static List<String> record(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; true; i++) {
      if (i == line.length()) {
        String more = quoted ? in.readLine() : null;
        if (more == null) {
          cells.add(cell.toString());
          return cells;
        }
        cell.append('\n');
        line = more;
        i = -1;
      } else if (line.charAt(i) == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (line.charAt(i) == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(line.charAt(i));
      }
    }
  }
}
