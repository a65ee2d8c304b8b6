package org.firebreak.exports.panos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tags the addresses of one folder gain and lose before and after the commit of a change set.
 *
 * <p>A tag that the old configuration does not select has no effect before the commit, one that the
 * new configuration does not select none after it. Those an address may have besides its others in
 * between; of tags that both select it is without, so that it has what both permit at most.
 */
final class TagSteps {
  /** Tags that every model takes on an address; one that would have more waits without. */
  private static final int ALWAYS_FIT = 32;

  private final Map<String, List<String>> gainedBefore = new LinkedHashMap<>();
  private final Map<String, List<String>> lostBefore = new LinkedHashMap<>();
  private final Map<String, List<String>> gainedAfter = new LinkedHashMap<>();
  private final Map<String, List<String>> lostAfter = new LinkedHashMap<>();

  private TagSteps() {}

  /**
   * The steps by folder.
   *
   * @param oldSelected tags that the old configuration selects addresses by
   * @param newSelected the same of the new one
   */
  static Map<String, TagSteps> of(
      Map<String, TagTable> older,
      Set<String> oldSelected,
      Map<String, TagTable> newer,
      Set<String> newSelected) {
    Set<String> folders = new LinkedHashSet<>(older.keySet());
    folders.addAll(newer.keySet());
    Map<String, TagSteps> steps = new LinkedHashMap<>();
    for (String folder : folders) {
      TagTable before = older.getOrDefault(folder, TagTable.EMPTY);
      TagTable after = newer.getOrDefault(folder, TagTable.EMPTY);
      TagSteps own = new TagSteps();
      Set<String> addresses = new LinkedHashSet<>(before.tags().keySet());
      addresses.addAll(after.tags().keySet());
      for (String address : addresses) {
        own.add(address, before.of(address), oldSelected, after.of(address), newSelected);
      }
      steps.put(folder, own);
    }
    return steps;
  }

  private void add(
      String address,
      Set<String> before,
      Set<String> oldSelected,
      Set<String> after,
      Set<String> newSelected) {
    Set<String> all = new LinkedHashSet<>(before);
    all.addAll(after);
    boolean fits = all.size() <= ALWAYS_FIT;
    for (String tag : all) {
      if (!before.contains(tag)) {
        add(fits && !oldSelected.contains(tag) ? gainedBefore : gainedAfter, address, tag);
      } else if (!after.contains(tag)) {
        add(fits && !newSelected.contains(tag) ? lostAfter : lostBefore, address, tag);
      }
    }
  }

  private static void add(Map<String, List<String>> table, String address, String tag) {
    table.computeIfAbsent(address, key -> new ArrayList<>(2)).add(tag);
  }

  /** Whether an address may be without the tags that the old configuration selects it by. */
  boolean losesBeforeCommit() {
    return !lostBefore.isEmpty();
  }

  /** Whether an address may be without tags, before the commit or after it. */
  boolean lacksInBetween() {
    return losesBeforeCommit() || !gainedAfter.isEmpty();
  }

  void writeBeforeCommit(RegistrationFiles files) throws IOException {
    files.write("1-unregister", "unregister", lostBefore, "Tags that addresses lose");
    files.write("1-register", "register", gainedBefore, "Tags that take effect with the commit");
  }

  void writeAfterCommit(RegistrationFiles files) throws IOException {
    files.write("3-register", "register", gainedAfter, "Tags that addresses gain");
    files.write("3-unregister", "unregister", lostAfter, "Tags without effect after the commit");
  }
}
