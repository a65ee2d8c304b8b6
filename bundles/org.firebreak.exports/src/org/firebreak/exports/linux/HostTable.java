package org.firebreak.exports.linux;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.firebreak.rulebase.RuleFiles;

/** What the table {@code hosts.csv} of a bundle says. */
final class HostTable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * A host.
   *
   * @param cells server, tenant and addresses as the table has them
   * @param ruleset path of its ruleset below the platform's folder
   */
  record Host(String[] cells, String ruleset) {}

  private HostTable() {}

  /** The hosts by id of the server, in the order of the table; none if there is no table. */
  static Map<String, Host> read(RuleFiles files) throws IOException {
    Map<String, Host> hosts = new LinkedHashMap<>();
    if (!files.paths().contains(HostList.NAME)) {
      return hosts;
    }
    try (Reader reader = new InputStreamReader(files.open(HostList.NAME), StandardCharsets.UTF_8);
        CSVParser table = CSVParser.parse(reader, FORMAT)) {
      int server = column(table, "server");
      int tenant = column(table, "tenant");
      int addresses = column(table, "addresses");
      int id = column(table, "server_id");
      int file = column(table, "file");
      for (CSVRecord row : table) {
        String[] cells = {row.get(server), row.get(tenant), row.get(addresses)};
        hosts.put(row.get(id), new Host(cells, row.get(file)));
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IOException(HostList.NAME + " is damaged: a row ends early", e);
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      throw new IOException(HostList.NAME + " is damaged: " + e.getMessage(), e);
    }
    return hosts;
  }

  private static int column(CSVParser table, String name) throws IOException {
    Integer column = table.getHeaderMap().get(name);
    if (column == null) {
      throw new IOException(HostList.NAME + " is damaged: it has no column " + name);
    }
    return column;
  }
}
