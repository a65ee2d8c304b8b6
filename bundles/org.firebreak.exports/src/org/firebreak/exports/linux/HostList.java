package org.firebreak.exports.linux;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firebreak.core.address.Address;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportRequest;
import org.firebreak.exports.ExportSink;
import org.firebreak.model.EnforcementKind;

/** The table {@code hosts.csv}: which host loads which file. */
public final class HostList {
  /** Name of the table. */
  static final String NAME = "hosts.csv";

  /** What a spreadsheet takes for the beginning of a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  private HostList() {}

  /**
   * Writes the table.
   *
   * @param files path of the ruleset below the platform's folder, by name of the rule set
   */
  public static void write(ExportRequest request, Map<String, String> files, ExportSink sink)
      throws IOException {
    try (ExportFile csv = sink.open(NAME, "Which host loads which ruleset")) {
      csv.write("server,tenant,addresses,file,server_id\n");
      for (RuleSet set : request.ruleSets()) {
        if (set.kind() == EnforcementKind.HOST) {
          String tenant = set.domain().isShared() ? "" : set.domain().name();
          for (PolicyServer server : set.servers()) {
            csv.write(cell(server.ref().name())).write(",").write(cell(tenant)).write(",");
            csv.write(
                server.addresses().stream()
                    .map(Address::toString)
                    .collect(Collectors.joining(" ")));
            csv.write(",").write(files.get(set.name())).write(",");
            csv.write(cell(server.ref().id())).newLine();
          }
        }
      }
    }
  }

  /**
   * Quoted where CSV needs it; a leading apostrophe keeps spreadsheets from taking it for a
   * formula.
   */
  private static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return quoted(safe);
  }

  /** A text as a cell of a table, quoted where CSV needs it. */
  static String quoted(String text) {
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
