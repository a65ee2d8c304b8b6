package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
 * FOLDER/1-register-1.xml     tags that addresses gain, and the old configuration does not select
 * FOLDER/1-unregister-1.xml   tags that addresses lose, unless the new one does not select them
 * PLACE-change.set            commands for one candidate configuration
 * FOLDER/2-shared.set         what objects of several classes lose, after them; then a commit
 * FOLDER/2-defaults.set       default rules that shall permit deny still, in the same commit
 * FOLDER/3-register-1.xml     the other tags that addresses gain
 * FOLDER/3-unregister-1.xml   the other tags that addresses lose
 * FOLDER/4-open.set           default rules that shall permit do; then a commit
 * </pre>
 *
 * The commands change objects before the rules that use them and delete rules before what they
 * used; nothing of them is in force before the commit, which is one step. So hosts whose class is
 * called anew, as its rules have changed, have rules at every moment.
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
    Map<String, CommandTable> newEntries = CommandTable.read(to, progress);
    Map<String, CommandTable> oldEntries = CommandTable.read(from, progress);
    Map<String, TagSteps> tags =
        TagSteps.of(
            TagTable.read(from, progress),
            CommandTable.selectedTags(oldEntries.values()),
            TagTable.read(to, progress),
            CommandTable.selectedTags(newEntries.values()));
    UntaggedAddresses oldOpen = UntaggedAddresses.read(from);
    UntaggedAddresses newOpen = UntaggedAddresses.read(to);
    for (String folder : oldOpen.folders()) {
      if (any(folder, tags, TagSteps::losesBeforeCommit)) {
        write(sink, folder + "/0-close.set", DEFAULTS + folder, oldOpen.closed(folder));
      }
    }
    for (String folder : newOpen.folders()) {
      if (any(folder, tags, TagSteps::lacksInBetween)) {
        write(sink, folder + "/2-defaults.set", DEFAULTS + folder, newOpen.closed(folder));
        write(sink, folder + "/4-open.set", DEFAULTS + folder, newOpen.open(folder));
      }
    }
    for (Map.Entry<String, TagSteps> each : tags.entrySet()) {
      each.getValue().writeBeforeCommit(new RegistrationFiles(sink, each.getKey()));
    }
    oldEntries = renamed(oldEntries, newEntries);
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
    for (Map.Entry<String, TagSteps> each : tags.entrySet()) {
      each.getValue().writeAfterCommit(new RegistrationFiles(sink, each.getKey()));
    }
  }

  /** Whether something holds for the tags of a folder; Panorama has those of all folders. */
  private static boolean any(
      String folder, Map<String, TagSteps> tags, Predicate<TagSteps> condition) {
    return tags.entrySet().stream()
        .filter(each -> folder.equals(PANORAMA) || each.getKey().equals(folder))
        .anyMatch(each -> condition.test(each.getValue()));
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
}
