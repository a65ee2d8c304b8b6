package org.firebreak.cli.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the artefacts of a change set in the order in which they come into force. Where the change
 * set has a {@code steps.csv}, an artefact is a ruleset with the machines that take it; elsewhere
 * it is the folder of a platform, whose steps are in the order of their names.
 */
final class Artefacts {
  private static final String STEPS = "steps.csv";

  private Artefacts() {}

  /** What leads to the new bundle. */
  static List<Artefact> changes(Path bundle, List<String> platforms) throws IOException {
    return read(bundle, platforms, "changes");
  }

  /**
   * What leads back where something was applied.
   *
   * @param applied what was applied, whole or in part
   */
  static List<Artefact> rollBack(Path bundle, List<Artefact> applied) throws IOException {
    List<String> platforms = applied.stream().map(Artefact::platform).distinct().toList();
    Set<String> machines = new HashSet<>();
    applied.forEach(each -> each.hosts().forEach(row -> machines.add(Artefact.machine(row))));
    List<Artefact> back = new ArrayList<>();
    for (Artefact artefact : read(bundle, platforms, "roll-back")) {
      List<String> hosts =
          artefact.hosts().stream()
              .filter(row -> machines.contains(Artefact.machine(row)))
              .toList();
      if (!hosts.isEmpty() || artefact.hosts().isEmpty()) {
        back.add(artefact.with(hosts));
      }
    }
    return back;
  }

  private static List<Artefact> read(Path bundle, List<String> platforms, String kind)
      throws IOException {
    List<Artefact> artefacts = new ArrayList<>();
    for (String platform : platforms) {
      Path folder = bundle.resolve(platform).resolve(kind);
      if (Files.isRegularFile(folder.resolve(STEPS))) {
        steps(platform, folder, artefacts);
      } else if (Files.isDirectory(folder)) {
        artefacts.add(new Artefact(platform, "apply", folder, null, List.of()));
      }
    }
    return artefacts;
  }

  private static void steps(String platform, Path folder, List<Artefact> artefacts)
      throws IOException {
    List<String> records = records(Files.readString(folder.resolve(STEPS)));
    List<String> hosts = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      // action, file and members are words of ours, without commas and quotes
      String[] cells = records.get(i).split(",", 4);
      hosts.add(cells[3]);
      boolean last = i + 1 == records.size() || !sameStep(records.get(i + 1), cells);
      if (last) {
        Path members = cells[2].isEmpty() ? null : folder.resolve(cells[2]);
        artefacts.add(new Artefact(platform, cells[0], folder.resolve(cells[1]), members, hosts));
        hosts.clear();
      }
    }
  }

  private static boolean sameStep(String record, String[] cells) {
    return record.startsWith(String.join(",", cells[0], cells[1], cells[2]) + ",")
        && record.endsWith(",") == cells[3].endsWith(",");
  }

  /** The records of a table; a quoted cell may hold line breaks. */
  private static List<String> records(String csv) {
    List<String> records = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      quoted ^= c == '"';
      if (c == '\n' && !quoted) {
        records.add(csv.substring(start, i));
        start = i + 1;
      }
    }
    return records;
  }
}
