package org.firebreak.cli.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to bring into force at once.
 *
 * @param action {@code load} a ruleset, change {@code members} of its sets, {@code remove} the
 *     rules; {@code apply} for a folder of steps
 * @param file the ruleset, or the folder
 * @param members commands that only change members of sets; {@code null} if there are none
 * @param hosts rows of the table of machines, as the change set writes them; empty for a folder
 */
record Artefact(String platform, String action, Path file, Path members, List<String> hosts) {
  static final String HEAD = "machine,tenant,addresses,server_id";

  Artefact {
    hosts = List.copyOf(hosts);
  }

  /** The same for some of the machines. */
  Artefact with(List<String> some) {
    return new Artefact(platform, action, file, members, some);
  }

  /** What tells a machine from others: the model id at the end of the row, else the whole row. */
  static String machine(String row) {
    int comma = row.lastIndexOf(',');
    String id = row.substring(comma + 1);
    return id.isEmpty() ? row : id;
  }

  /** The arguments of a hook, without its own name. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of(platform, action, file.toString()));
    if (members != null) {
      arguments.add(members.toString());
    }
    return arguments;
  }
}
