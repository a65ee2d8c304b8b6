package org.firebreak.imports.sync;

import java.util.Locale;
import org.firebreak.imports.input.Place;

/**
 * One thing that a run changed about one server.
 *
 * @param from what was; {@code null} for a new server
 * @param to what is; {@code null} for one that was removed
 * @param why the rule or the reason in words
 * @param place the row of the inventory that says so; the whole file for a server that it does not
 *     state
 */
public record ServerChange(
    Kind kind, String id, String name, String from, String to, String why, Place place) {
  /** What changed. */
  public enum Kind {
    ADDED,
    REMOVED,
    /** It lost its addresses, since something refers to it. */
    RETIRED,
    QUARANTINED,
    RELEASED,
    MOVED,
    ADDRESSES,
    LABELS,
    ATTRIBUTES;

    /** The kind in lower case, as the audit log writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
