package org.firebreak.exports.panos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.ExportException;
import org.firebreak.rulebase.RuleFiles;

/** The entries that the commands of one place make: attributes with their values, by path. */
final class CommandTable {
  private static final Pattern MARK = Pattern.compile("Firebreak rule set ([A-Za-z0-9._-]+)");
  private static final Pattern TAG = Pattern.compile("'([^']*)'");
  private static final String END = ".set";
  private static final String REMOVAL = "-remove.set";

  /** How many words lead to the values of attributes that are not one word. */
  private static final Map<String, Integer> WORDS =
      Map.of(
          "protocol",
          3,
          "dynamic",
          2,
          "match-list",
          3,
          "server",
          3,
          "default",
          3,
          "profile-setting",
          2);

  /** Attributes with members, which a command adds to and does not replace. */
  private static final Set<String> LISTS =
      Set.of(
          "static",
          "members",
          "tag",
          "send-email",
          "send-syslog",
          "virus",
          "spyware",
          "vulnerability",
          "group");

  /** The same, of rules. */
  private static final Set<String> RULE_LISTS =
      Set.of("from", "to", "source", "destination", "application", "service");

  /** Attributes by path of the entry, which is what a command says between verb and attributes. */
  private final Map<String, Map<String, Set<String>>> entries = new LinkedHashMap<>();

  /** Tables by file, or by device group, which several files may speak of. */
  static Map<String, CommandTable> read(RuleFiles files, Progress progress) throws IOException {
    Map<String, CommandTable> tables = new LinkedHashMap<>();
    for (String path : files.paths()) {
      progress.check();
      if (!path.endsWith(END) || path.endsWith(REMOVAL)) {
        continue;
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(files.open(path), StandardCharsets.UTF_8))) {
        String line = lines.readLine();
        String place = path.substring(0, path.length() - END.length());
        for (; line != null; line = lines.readLine()) {
          add(tables, place, line);
        }
      } catch (IllegalArgumentException e) {
        throw new ExportException(path + " is not a file of a bundle: " + e.getMessage(), e);
      }
    }
    return tables;
  }

  private static void add(Map<String, CommandTable> tables, String file, String line) {
    CommandWords words = new CommandWords(line).expect("set");
    StringBuilder path = new StringBuilder();
    String place = file;
    String word = words.word();
    switch (word) {
      case "vsys" -> {
        path.append(word).append(' ').append(words.word()).append(' ');
        word = words.word();
      }
      case "device-group" -> {
        String group = words.word();
        place = "panorama/" + group;
        path.append(word).append(' ').append(group).append(' ');
        word = words.word();
      }
      case "template" -> {
        path.append(word).append(' ').append(words.word()).append(" config vsys ");
        path.append(words.expect("config").expect("vsys").word()).append(' ');
        place = "panorama/template";
        word = words.word();
      }
      default -> {}
    }
    path.append(word);
    int more = word.endsWith("rulebase") ? 2 : word.equals("log-settings") ? 1 : 0;
    for (int i = 0; i < more; i++) {
      path.append(' ').append(words.word());
    }
    path.append(' ').append(words.word());
    tables.computeIfAbsent(place, key -> new CommandTable()).add(path.toString(), words);
  }

  private void add(String entry, CommandWords words) {
    Map<String, Set<String>> attributes =
        entries.computeIfAbsent(entry, key -> new LinkedHashMap<>());
    while (!words.isAtEnd()) {
      StringBuilder path = new StringBuilder(words.word());
      for (int i = WORDS.getOrDefault(path.toString(), 1); i > 1; i--) {
        path.append(' ').append(words.word());
      }
      Set<String> values =
          attributes.computeIfAbsent(path.toString(), key -> new LinkedHashSet<>(2));
      if (!isList(path.toString())) {
        values.clear(); // several files may say the same of what they share
      }
      values.addAll(words.members());
    }
  }

  /** Whether an attribute has members, so that a command adds to them. */
  static boolean isList(String path) {
    return RULE_LISTS.contains(path) || LISTS.contains(path.substring(path.lastIndexOf(' ') + 1));
  }

  /** Id of the rule set, as the comment of its tag tells it; empty if none does. */
  String ruleSet() {
    for (Map<String, Set<String>> attributes : entries.values()) {
      for (String comment : attributes.getOrDefault("comments", Set.of())) {
        Matcher matcher = MARK.matcher(comment);
        if (matcher.lookingAt()) {
          return matcher.group(1);
        }
      }
    }
    return "";
  }

  /** The tags by which dynamic groups of some places select addresses. */
  static Set<String> selectedTags(Collection<CommandTable> tables) {
    Set<String> tags = new HashSet<>();
    for (CommandTable table : tables) {
      for (Map<String, Set<String>> attributes : table.entries.values()) {
        for (String filter : attributes.getOrDefault("dynamic filter", Set.of())) {
          TAG.matcher(filter).results().forEach(tag -> tags.add(tag.group(1)));
        }
      }
    }
    return tags;
  }

  Map<String, Map<String, Set<String>>> entries() {
    return entries;
  }
}
