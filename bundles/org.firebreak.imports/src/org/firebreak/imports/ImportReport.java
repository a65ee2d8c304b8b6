package org.firebreak.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.imports.spi.Counts;
import org.firebreak.imports.spi.ImportNote;
import org.firebreak.imports.spi.ImportedKind;

/**
 * What an import did.
 *
 * @param counts elements that it met, by kind; kinds that it did not meet are missing
 * @param notes what the user should know, in the order of the files
 * @param rejectedRows rows that were not taken, each with a note of severity error
 * @param unknownNames names of the port matrix that stand for groups without servers
 * @param missing elements of earlier imports that the file of their kind does not state
 * @param hasChanges whether anything of the design changed, its strategy included
 */
public record ImportReport(
    Map<ImportedKind, Counts> counts,
    List<ImportNote> notes,
    int rejectedRows,
    List<String> unknownNames,
    List<String> missing,
    boolean hasChanges) {

  /** Counts of a kind, zero if none was met. */
  public Counts counts(ImportedKind kind) {
    return counts.getOrDefault(kind, Counts.ZERO);
  }

  /** Whether there is anything the user should act on. */
  public boolean hasFindings() {
    return notes.stream().anyMatch(note -> note.severity() != ImportNote.Severity.INFO);
  }

  /** Notes of one severity. */
  public List<ImportNote> notes(ImportNote.Severity severity) {
    return notes.stream().filter(note -> note.severity() == severity).toList();
  }

  /** A line for each kind that was met: {@code servers: 20 created, 0 updated, 0 unchanged}. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            lines.add(
                kind.singular()
                    + "s: "
                    + count.created()
                    + " created, "
                    + count.updated()
                    + " updated, "
                    + count.unchanged()
                    + " unchanged"));
    return lines;
  }
}
