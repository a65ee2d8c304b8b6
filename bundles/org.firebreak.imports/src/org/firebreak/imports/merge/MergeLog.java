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
import org.firebreak.imports.input.CleanText;
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

  /** Missing elements that get a note each; more are summed up in one. */
  private static final int MOST_MISSING = 20;

  /** Missing elements that such a sum names. */
  private static final int NAMED_MISSING = 5;

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
   * Reports the elements that earlier imports brought and this file does not state. They stay in
   * the design, and what they permit stays permitted, which nobody should overlook.
   *
   * @param imported all elements of the kind that came from a file, of this name or another
   * @param label names one of them
   * @param mend what staying means, and what to do if that is not wanted
   */
  <T extends NamedElement> void reportMissing(
      ImportedKind kind, Place file, List<T> imported, Function<T, String> label, String mend) {
    List<T> gone = imported.stream().filter(element -> !isTouched(kind, element)).toList();
    List<String> names =
        gone.stream().map(element -> kind.singular() + " " + label.apply(element)).toList();
    missing.addAll(names);
    if (gone.size() > MOST_MISSING) {
      note(
          Severity.WARNING,
          file,
          gone.size()
              + " "
              + kind.singular()
              + "s of earlier imports are not in this file, among them "
              + String.join("; ", names.subList(0, NAMED_MISSING))
              + "; each "
              + mend);
      return;
    }
    for (int i = 0; i < gone.size(); i++) {
      String origin = gone.get(i).getOrigin();
      String absent =
          file.file().equals(origin)
              ? " is no longer in the file"
              : ", imported from " + CleanText.printable(origin) + ", is not in this file";
      note(Severity.WARNING, file, names.get(i) + absent + "; it " + mend);
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

  /** Elements of earlier imports that the file of their kind does not state. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** Number of rows that were not taken. */
  public int rejectedRows() {
    return rejected;
  }
}
