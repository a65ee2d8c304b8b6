package org.firebreak.imports.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.Counts;
import org.firebreak.imports.spi.ImportNote;
import org.firebreak.imports.spi.ImportNote.Severity;
import org.firebreak.imports.spi.ImportedKind;
import org.firebreak.model.NamedElement;

/** What an import did and found. */
public final class MergeLog {
  /** Notes that are kept; a file with more is to be repaired, not read about. */
  static final int MOST_NOTES = 10_000;

  private enum Touch {
    UNCHANGED,
    UPDATED,
    CREATED
  }

  private final Map<ImportedKind, Map<NamedElement, Touch>> touched =
      new EnumMap<>(ImportedKind.class);
  private final List<ImportNote> notes = new ArrayList<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();
  private int suppressed;
  private int rejected;

  /** An element that is new in the design. */
  void created(ImportedKind kind, NamedElement element) {
    touch(kind, element, Touch.CREATED);
  }

  /** An element that the file states, and whether that changed it. */
  void met(ImportedKind kind, NamedElement element, boolean changed) {
    touch(kind, element, changed ? Touch.UPDATED : Touch.UNCHANGED);
  }

  private void touch(ImportedKind kind, NamedElement element, Touch touch) {
    touched
        .computeIfAbsent(kind, k -> new IdentityHashMap<>())
        .merge(element, touch, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  boolean isTouched(ImportedKind kind, NamedElement element) {
    return touched.getOrDefault(kind, Map.of()).containsKey(element);
  }

  boolean isCreated(ImportedKind kind, NamedElement element) {
    return touched.getOrDefault(kind, Map.of()).get(element) == Touch.CREATED;
  }

  /** Something the user should know. */
  public void note(Severity severity, Place place, String message) {
    if (notes.size() < MOST_NOTES) {
      notes.add(new ImportNote(severity, place, message));
    } else {
      suppressed++;
    }
  }

  /** A row that is not taken. */
  public void reject(Place place, String reason) {
    rejected++;
    note(Severity.ERROR, place, reason);
  }

  /** A name that stands for a group without servers because the inventory does not know it. */
  void unknown(String name, Place place) {
    if (unknown.add(name)) {
      note(
          Severity.WARNING,
          place,
          "'"
              + name
              + "' is not known: it stands as a group without servers; add it to the inventory, or"
              + " replace it by an external network");
    }
  }

  /**
   * Reports the elements of an earlier import that their file no longer states. If it states none
   * of them, it is another file of the same name, and nothing has gone.
   *
   * @param earlier all elements that came from a file of this name
   * @param label names one of them
   */
  <T extends NamedElement> void reportMissing(
      ImportedKind kind, Place file, List<T> earlier, Function<T, String> label) {
    List<T> old = earlier.stream().filter(element -> !isCreated(kind, element)).toList();
    List<T> gone = old.stream().filter(element -> !isTouched(kind, element)).toList();
    if (gone.size() == old.size() && !old.isEmpty()) {
      note(
          Severity.INFO,
          file,
          "an earlier import of another file of this name has " + kind.singular() + "s too");
      return;
    }
    for (T element : gone) {
      String what = kind.singular() + " " + label.apply(element);
      missing.add(what);
      note(Severity.WARNING, file, what + " is no longer in the file; it stays in the design");
    }
  }

  /** Counts of all kinds that were met. */
  public Map<ImportedKind, Counts> counts() {
    Map<ImportedKind, Counts> counts = new EnumMap<>(ImportedKind.class);
    touched.forEach(
        (kind, elements) -> {
          int[] by = new int[Touch.values().length];
          elements.values().forEach(touch -> by[touch.ordinal()]++);
          counts.put(
              kind,
              new Counts(
                  by[Touch.CREATED.ordinal()],
                  by[Touch.UPDATED.ordinal()],
                  by[Touch.UNCHANGED.ordinal()]));
        });
    return Collections.unmodifiableMap(counts);
  }

  /** All notes, in the order in which they came up. */
  public List<ImportNote> notes() {
    List<ImportNote> all = new ArrayList<>(notes);
    if (suppressed > 0) {
      all.add(
          new ImportNote(
              Severity.WARNING,
              notes.get(MOST_NOTES - 1).place(),
              suppressed + " further notes are not shown"));
    }
    return List.copyOf(all);
  }

  /** Names that stand for groups without servers. */
  public List<String> unknownNames() {
    return List.copyOf(unknown);
  }

  /** Elements that their file no longer states. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** Number of rows that were not taken. */
  public int rejectedRows() {
    return rejected;
  }
}
