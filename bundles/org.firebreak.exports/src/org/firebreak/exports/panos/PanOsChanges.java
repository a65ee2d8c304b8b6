package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ChangeWriter;
import org.firebreak.exports.ExportFile;
import org.firebreak.exports.ExportSink;
import org.firebreak.rulebase.RuleFiles;

/**
 * Writes what leads from one bundle to another.
 *
 * <pre>
 * FOLDER/1-unregister-1.xml   tags that addresses lose, sent first
 * PLACE-change.set            commands for one candidate configuration, committed next
 * FOLDER/3-register-1.xml     tags that addresses gain, sent last
 * </pre>
 *
 * The commands change objects before the rules that use them and delete rules before what they
 * used; nothing of them is in force before the commit, which is one step.
 */
final class PanOsChanges implements ChangeWriter {
  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    Map<String, TagTable> oldTags = TagTable.read(from, progress);
    Map<String, TagTable> newTags = TagTable.read(to, progress);
    Set<String> folders = new LinkedHashSet<>(oldTags.keySet());
    folders.addAll(newTags.keySet());
    for (String folder : folders) {
      TagTable before = oldTags.getOrDefault(folder, TagTable.EMPTY);
      TagTable after = newTags.getOrDefault(folder, TagTable.EMPTY);
      new RegistrationFiles(sink, folder)
          .write("1-unregister", "unregister", before.without(after), "Tags that addresses lose");
    }
    Map<String, CommandTable> oldEntries = CommandTable.read(from, progress);
    Map<String, CommandTable> newEntries = CommandTable.read(to, progress);
    Set<String> places = new LinkedHashSet<>(oldEntries.keySet());
    places.addAll(newEntries.keySet());
    for (String place : places) {
      progress.check();
      List<String> commands = new ArrayList<>();
      new CommandChanges(
              oldEntries.getOrDefault(place, new CommandTable()),
              newEntries.getOrDefault(place, new CommandTable()))
          .write(commands);
      if (!commands.isEmpty()) {
        write(sink, place, commands);
      }
    }
    for (String folder : folders) {
      TagTable before = oldTags.getOrDefault(folder, TagTable.EMPTY);
      TagTable after = newTags.getOrDefault(folder, TagTable.EMPTY);
      new RegistrationFiles(sink, folder)
          .write("3-register", "register", after.without(before), "Tags that addresses gain");
    }
  }

  private static void write(ExportSink sink, String place, List<String> commands)
      throws IOException {
    try (ExportFile file =
        sink.open(place + "-change.set", "Commands that change the configuration of " + place)) {
      for (String command : commands) {
        file.write(command).newLine();
      }
    }
  }

  /** Tags by address, of one folder. */
  record TagTable(Map<String, Set<String>> tags) {
    static final TagTable EMPTY = new TagTable(Map.of());

    static Map<String, TagTable> read(RuleFiles files, Progress progress) throws IOException {
      Map<String, TagTable> tables = new LinkedHashMap<>();
      for (String path : files.paths()) {
        progress.check();
        if (path.matches("(.*/)?register-[0-9]+[.]xml")) {
          String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
          TagTable table =
              tables.computeIfAbsent(folder, key -> new TagTable(new LinkedHashMap<>()));
          RegisteredTags.read(files, path, table.tags());
        }
      }
      return tables;
    }

    /** The tags of each address that the other table lacks. */
    Map<String, List<String>> without(TagTable other) {
      Map<String, List<String>> left = new LinkedHashMap<>();
      tags.forEach(
          (address, all) -> {
            List<String> more = new ArrayList<>(all);
            more.removeAll(other.tags.getOrDefault(address, Set.of()));
            if (!more.isEmpty()) {
              left.put(address, more);
            }
          });
      return left;
    }
  }
}
