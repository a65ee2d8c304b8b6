package org.firebreak.rulebase.panos;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.progress.Progress;

/** Reads {@code set} and {@code delete} commands, which take effect one after the other. */
final class SetFront {
  /** Longest line that is read; PAN-OS itself refuses far shorter ones. */
  private static final int LONGEST = 1_000_000;

  /** Words of the session in which commands are pasted; they change no configuration. */
  private static final Set<String> SESSION = Set.of("configure", "commit", "validate", "exit");

  /** Rule bases beside the security rules that decide what passes. */
  private static final Set<String> DECIDING =
      Set.of("nat", "application-override", "authentication", "dos");

  private final String file;
  private final Configuration configuration = new Configuration();
  private int line;

  private SetFront(String file) {
    this.file = file;
  }

  static Configuration read(String file, BufferedReader lines, Progress progress)
      throws IOException {
    SetFront front = new SetFront(file);
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      if (front.line++ % 1000 == 0) {
        progress.check();
      }
      front.read(text.strip());
    }
    return front.configuration;
  }

  private void read(String text) {
    if (text.isEmpty() || text.startsWith("#") || SESSION.contains(text.split(" ", 2)[0])) {
      return;
    }
    try {
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException("the line is too long");
      }
      Words words = new Words(text);
      switch (words.word()) {
        case "set" -> command(words, true);
        case "delete" -> command(words, false);
        default -> throw new IllegalArgumentException("the command is not known");
      }
    } catch (IllegalArgumentException e) {
      configuration.unread(place(), text, "Not read: " + e.getMessage() + ".");
    }
  }

  private String place() {
    return file + ":" + line;
  }

  private void command(Words words, boolean set) {
    Scope scope = configuration.system("vsys1");
    String word = words.word();
    switch (word) {
      case "vsys" -> {
        scope = configuration.system(words.word());
        word = words.word();
      }
      case "device-group" -> {
        scope = configuration.deviceGroup(words.word());
        word = words.isAtEnd() ? "" : words.word();
      }
      case "shared" -> {
        scope = configuration.shared();
        word = words.word();
      }
      default -> {}
    }
    Kind kind = Kind.ofElement(word);
    if (kind != null) {
      entry(scope.entries(kind), kind, words, set);
      return;
    }
    switch (word) {
      case "rulebase" -> rules(scope, Scope.Base.LOCAL, words, set);
      case "pre-rulebase" -> rules(scope, Scope.Base.PRE, words, set);
      case "post-rulebase" -> rules(scope, Scope.Base.POST, words, set);
      case "log-settings" -> {
        if (words.peek().equals("profiles")) {
          words.word();
          entry(scope.entries(Kind.LOG_PROFILE), Kind.LOG_PROFILE, words, set);
        }
      }
      case "parent-dg" -> scope.parent(words.word());
      case "readonly" -> parent(words);
      default -> {} // network, zones, management: decides no rule
    }
  }

  /** {@code readonly devices D device-group G parent-dg P}: where Panorama keeps the hierarchy. */
  private void parent(Words words) {
    List<String> all = new ArrayList<>();
    while (!words.isAtEnd()) {
      all.addAll(words.values());
    }
    if (all.size() == 6 && all.get(2).equals("device-group") && all.get(4).equals("parent-dg")) {
      configuration.deviceGroup(all.get(3)).parent(all.get(5));
    }
  }

  private void rules(Scope scope, Scope.Base base, Words words, boolean set) {
    String which = words.word();
    if (DECIDING.contains(which)) {
      throw new IllegalArgumentException(which + " rules decide too, and are not read");
    }
    if (words.isAtEnd() || !words.word().equals("rules")) {
      return;
    }
    if (which.equals("security")) {
      entry(scope.rules(base), Kind.RULE, words, set);
    } else if (which.equals("default-security-rules")) {
      entry(scope.entries(Kind.DEFAULT_RULE), Kind.DEFAULT_RULE, words, set);
    }
  }

  private void entry(Map<String, Entry> entries, Kind kind, Words words, boolean set) {
    String name = words.word();
    if (!set) {
      if (!words.isAtEnd()) {
        throw new IllegalArgumentException("a part of an entry is deleted");
      }
      entries.remove(name);
      return;
    }
    Entry entry = entries.computeIfAbsent(name, key -> new Entry(key, place()));
    try {
      attributes(entry, kind.grammar(), words);
    } catch (IllegalArgumentException e) {
      entry.unknown("line " + line); // a part of the entry is lost, so it says something else
      throw e;
    }
  }

  private static void attributes(Entry entry, Grammar grammar, Words words) {
    List<String> path = new ArrayList<>();
    List<Grammar> open = new ArrayList<>(List.of(grammar));
    while (!words.isAtEnd()) {
      String word = words.word();
      while (open.size() > 1 && open.get(open.size() - 1).child(word) == null) {
        open.remove(open.size() - 1);
        path.remove(path.size() - 1);
      }
      Grammar child = open.get(open.size() - 1).child(word);
      if (child == null) {
        entry.unknown(word);
        return;
      }
      path.add(word);
      if (child.isLeaf() && word.equals("no") && words.isAtEnd()) {
        path.remove(path.size() - 1); // a choice without a value
      } else if (child.isLeaf()) {
        entry.add(String.join(" ", path), words.values());
        path.remove(path.size() - 1);
      } else {
        open.add(child);
      }
    }
  }
}
