package org.firebreak.exports.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.stored.BundleManifest.FileEntry;
import org.firebreak.exports.stored.BundleManifest.RuleEntry;
import org.firebreak.exports.stored.StoredBundle;

/** Compares the files of one platform; those of equal hash are not even read. */
record FileComparison(StoredBundle before, StoredBundle after, Progress progress) {

  List<FileDifference> compare(List<FileEntry> older, List<FileEntry> newer) throws IOException {
    Map<String, FileEntry[]> pairs = new TreeMap<>();
    older.forEach(file -> pairs.computeIfAbsent(file.path(), path -> new FileEntry[2])[0] = file);
    newer.forEach(file -> pairs.computeIfAbsent(file.path(), path -> new FileEntry[2])[1] = file);
    List<FileDifference> differences = new ArrayList<>();
    for (FileEntry[] pair : pairs.values()) {
      progress.check();
      if (pair[0] == null || pair[1] == null || !pair[0].sha256().equals(pair[1].sha256())) {
        compare(pair[0], pair[1]).ifPresent(differences::add);
      }
    }
    return differences;
  }

  private Optional<FileDifference> compare(FileEntry older, FileEntry newer) throws IOException {
    if (older != null && newer != null && differInRemarksAlone(older, newer)) {
      return Optional.empty();
    }
    if (isTable(older) && isTable(newer)) {
      return compareTables(older, newer);
    }
    RuleTexts was = older == null ? RuleTexts.NONE : RuleTexts.read(before, older);
    RuleTexts is = newer == null ? RuleTexts.NONE : RuleTexts.read(after, newer);
    Map<String, RuleEntry> olderRules = keyed(older);
    Map<String, RuleEntry> newerRules = keyed(newer);
    List<RuleDifference> rules = rules(olderRules, was, newerRules, is);
    List<LineDifference> lines = OtherLines.compare(was.others(), is.others());
    if (older != null && newer != null && rules.isEmpty() && lines.isEmpty()) {
      return Optional.empty();
    }
    FileEntry any = newer == null ? older : newer;
    Change change = older == null ? Change.ADDED : newer == null ? Change.REMOVED : Change.CHANGED;
    return Optional.of(new FileDifference(change, any.path(), any.description(), rules, lines));
  }

  /** Whether a file is a table without rules, whose rows need no look at their surroundings. */
  private static boolean isTable(FileEntry file) {
    return file != null && file.rules().isEmpty() && file.path().endsWith(".csv");
  }

  /** Tables may be long, and differ in few rows. */
  private Optional<FileDifference> compareTables(FileEntry older, FileEntry newer)
      throws IOException {
    List<String> was = rows(before, older);
    List<String> is = rows(after, newer);
    int head = 0;
    int shorter = Math.min(was.size(), is.size());
    while (head < shorter && was.get(head).equals(is.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail))) {
      tail++;
    }
    List<LineDifference> lines =
        OtherLines.compare(
            OtherLines.of(was.subList(head, was.size() - tail)),
            OtherLines.of(is.subList(head, is.size() - tail)));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FileDifference(
                Change.CHANGED, newer.path(), newer.description(), List.of(), lines));
  }

  private static List<String> rows(StoredBundle bundle, FileEntry file) throws IOException {
    try (BufferedReader reader = RuleTexts.reader(bundle, file)) {
      return reader.lines().map(String::strip).filter(row -> !row.isEmpty()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Most files differ in nothing but the day in their head, which is seen without taking them
   * apart.
   */
  private boolean differInRemarksAlone(FileEntry older, FileEntry newer) throws IOException {
    Remarks remarks = Remarks.of(newer.path());
    try (BufferedReader was = RuleTexts.reader(before, older);
        BufferedReader is = RuleTexts.reader(after, newer)) {
      String line;
      do {
        line = remarks.nextOther(was);
        if (!Objects.equals(line, remarks.nextOther(is))) {
          return false;
        }
      } while (line != null);
    }
    return older.rules().stream()
        .map(RuleEntry::id)
        .toList()
        .equals(newer.rules().stream().map(RuleEntry::id).toList());
  }

  /** A file may hold several rules of one id: then they are told apart by their order. */
  private static Map<String, RuleEntry> keyed(FileEntry file) {
    Map<String, RuleEntry> rules = new LinkedHashMap<>();
    Map<String, Integer> times = new HashMap<>();
    if (file != null) {
      for (RuleEntry rule : file.rules()) {
        int number = times.merge(rule.id(), 1, Integer::sum);
        rules.put(number == 1 ? rule.id() : rule.id() + '\n' + number, rule);
      }
    }
    return rules;
  }

  private static List<RuleDifference> rules(
      Map<String, RuleEntry> older, RuleTexts was, Map<String, RuleEntry> newer, RuleTexts is) {
    RuleOrder order = new RuleOrder(List.copyOf(older.keySet()), List.copyOf(newer.keySet()));
    List<RuleDifference> differences = new ArrayList<>();
    for (String key : order.merged()) {
      RuleEntry old = older.get(key);
      RuleEntry now = newer.get(key);
      if (old == null) {
        differences.add(difference(Change.ADDED, now, "", is.of(now)));
      } else if (now == null) {
        differences.add(difference(Change.REMOVED, old, was.of(old), ""));
      } else if (!was.of(old).equals(is.of(now))) {
        differences.add(difference(Change.CHANGED, now, was.of(old), is.of(now)));
      } else if (order.isMoved(key)) {
        differences.add(difference(Change.MOVED, now, was.of(old), is.of(now)));
      }
    }
    return differences;
  }

  private static RuleDifference difference(
      Change change, RuleEntry rule, String before, String after) {
    return new RuleDifference(
        change, rule.id(), rule.name(), rule.kind(), before, after, rule.origins());
  }
}
