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
 * FOLDER/0-close.set          default rules that permit deny from now on; then a commit
 * FOLDER/1-unregister-1.xml   tags that addresses lose
 * PLACE-change.set            commands for one candidate configuration
 * FOLDER/2-shared.set         what objects of several classes lose, after them; then a commit
 * FOLDER/2-defaults.set       default rules that shall permit deny still, in the same commit
 * FOLDER/3-register-1.xml     tags that addresses gain
 * FOLDER/4-open.set           default rules that shall permit do; then a commit
 * </pre>
 *
 * The commands change objects before the rules that use them and delete rules before what they
 * used; nothing of them is in force before the commit, which is one step.
 */
final class PanOsChanges implements ChangeWriter {
  private static final String DEFAULTS = "the default rules of ";
  private static final String PANORAMA = "panorama";

  private final boolean shares;

  /**
   * @param shares whether one firewall may have several of the files in a folder
   */
  PanOsChanges(boolean shares) {
    this.shares = shares;
  }

  @Override
  public void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress)
      throws IOException {
    Map<String, TagTable> oldTags = TagTable.read(from, progress);
    Map<String, TagTable> newTags = TagTable.read(to, progress);
    Set<String> folders = new LinkedHashSet<>(oldTags.keySet());
    folders.addAll(newTags.keySet());
    UntaggedAddresses oldOpen = UntaggedAddresses.read(from);
    UntaggedAddresses newOpen = UntaggedAddresses.read(to);
    for (String folder : oldOpen.folders()) {
      if (isRetagged(folder, oldTags, newTags)) {
        write(sink, folder + "/0-close.set", DEFAULTS + folder, oldOpen.closed(folder));
      }
    }
    for (String folder : newOpen.folders()) {
      if (isRetagged(folder, oldTags, newTags) || isRetagged(folder, newTags, oldTags)) {
        write(sink, folder + "/2-defaults.set", DEFAULTS + folder, newOpen.closed(folder));
        write(sink, folder + "/4-open.set", DEFAULTS + folder, newOpen.open(folder));
      }
    }
    for (String folder : folders) {
      TagTable before = oldTags.getOrDefault(folder, TagTable.EMPTY);
      TagTable after = newTags.getOrDefault(folder, TagTable.EMPTY);
      new RegistrationFiles(sink, folder)
          .write("1-unregister", "unregister", before.without(after), "Tags that addresses lose");
    }
    Map<String, CommandTable> newEntries = CommandTable.read(to, progress);
    Map<String, CommandTable> oldEntries = renamed(CommandTable.read(from, progress), newEntries);
    Set<String> places = new LinkedHashSet<>(oldEntries.keySet());
    places.addAll(newEntries.keySet());
    CommandTable none = new CommandTable();
    Map<String, SharedObjects> shared = new LinkedHashMap<>();
    for (String place : places) {
      shared
          .computeIfAbsent(firewall(place), key -> new SharedObjects())
          .add(oldEntries.getOrDefault(place, none), newEntries.getOrDefault(place, none));
    }
    for (String place : places) {
      progress.check();
      List<String> commands = new ArrayList<>();
      new CommandChanges(
              oldEntries.getOrDefault(place, none),
              newEntries.getOrDefault(place, none),
              shared.get(firewall(place)))
          .write(commands);
      if (!commands.isEmpty()) {
        write(sink, place + "-change.set", place, commands);
      }
    }
    for (Map.Entry<String, SharedObjects> each : shared.entrySet()) {
      String folder = each.getKey();
      List<String> commands = new ArrayList<>(each.getValue().commands());
      if (!commands.isEmpty()) {
        write(sink, folder + "/2-shared.set", "what the classes of " + folder + " share", commands);
      }
    }
    for (String folder : folders) {
      TagTable before = oldTags.getOrDefault(folder, TagTable.EMPTY);
      TagTable after = newTags.getOrDefault(folder, TagTable.EMPTY);
      new RegistrationFiles(sink, folder)
          .write("3-register", "register", after.without(before), "Tags that addresses gain");
    }
  }

  /**
   * Whether addresses have tags that they have not elsewhere; Panorama has those of all folders.
   */
  private static boolean isRetagged(
      String folder, Map<String, TagTable> tags, Map<String, TagTable> others) {
    return tags.entrySet().stream()
        .filter(each -> folder.equals(PANORAMA) || each.getKey().equals(folder))
        .anyMatch(
            each ->
                !each.getValue()
                    .without(others.getOrDefault(each.getKey(), TagTable.EMPTY))
                    .isEmpty());
  }

  /** The old tables by the place that their rule set has now; what is gone keeps a place apart. */
  private static Map<String, CommandTable> renamed(
      Map<String, CommandTable> old, Map<String, CommandTable> now) {
    Map<String, String> places = new LinkedHashMap<>();
    now.forEach((place, table) -> places.put(table.ruleSet(), place));
    Map<String, CommandTable> renamed = new LinkedHashMap<>();
    old.forEach(
        (place, table) -> {
          String set = table.ruleSet();
          if (place.startsWith("panorama/") || set.isEmpty()) {
            renamed.put(place, table);
          } else if (places.containsKey(set)) {
            renamed.put(places.get(set), table);
          } else {
            renamed.put(now.containsKey(place) ? place + "-" + set : place, table);
          }
        });
    return renamed;
  }

  /** Files that one firewall may have all of: classes of hosts of a tenant. */
  private String firewall(String place) {
    return shares && !place.startsWith("panorama/") && place.contains("/")
        ? place.substring(0, place.lastIndexOf('/'))
        : place;
  }

  private static void write(ExportSink sink, String path, String what, List<String> commands)
      throws IOException {
    try (ExportFile file = sink.open(path, "Commands that change the configuration of " + what)) {
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
