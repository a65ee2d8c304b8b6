package org.firebreak.imports.sync;

import java.util.List;
import java.util.Map;
import org.firebreak.imports.input.Place;
import org.firebreak.imports.spi.ImportNote;

/**
 * What a synchronisation made of a design.
 *
 * @param inventory name of the inventory's file
 * @param reasons why each server of the inventory is where it is, by model id
 * @param notes what the user should know, in the order in which it came up
 * @param rejectedRows rows that were not taken; as long as there are any, nothing is taken away
 * @param unplaced servers that are cut off because no rule places them, by name
 * @param contested addresses that several servers claim, and that therefore none has
 */
public record SyncReport(
    String inventory,
    Map<String, Reason> reasons,
    List<ImportNote> notes,
    int rejectedRows,
    List<String> unplaced,
    List<String> contested) {
  /**
   * Why a server is where it is.
   *
   * @param place the row that states it
   * @param why the rule in words
   */
  public record Reason(Place place, String why) {}

  public SyncReport {
    reasons = Map.copyOf(reasons);
    notes = List.copyOf(notes);
    unplaced = List.copyOf(unplaced);
    contested = List.copyOf(contested);
  }

  /** Notes of one severity. */
  public List<ImportNote> notes(ImportNote.Severity severity) {
    return notes.stream().filter(note -> note.severity() == severity).toList();
  }
}
