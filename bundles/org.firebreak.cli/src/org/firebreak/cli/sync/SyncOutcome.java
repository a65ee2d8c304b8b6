package org.firebreak.cli.sync;

import java.util.List;
import org.firebreak.exports.bundle.ExportReport;
import org.firebreak.imports.sync.ServerChange;
import org.firebreak.imports.sync.SyncReport;

/**
 * What a run did.
 *
 * @param run number of the state that is in force now; 0 if there is none
 * @param export what was written; {@code null} if nothing was
 * @param lines explanations: what stopped the run, what would be run, how to go back
 */
public record SyncOutcome(
    Kind kind,
    long run,
    SyncReport report,
    List<ServerChange> changes,
    ExportReport export,
    List<String> lines) {
  /** How a run ended. */
  public enum Kind {
    /** Design and rules are as they were. */
    UNCHANGED,
    /** There is a new state. */
    SYNCHRONISED,
    /** The new state waits: hooks were only shown. */
    DRY_RUN,
    /** A threshold stopped the run; nothing was written. */
    STOPPED,
    /** A hook failed; the state is the one before. */
    APPLY_FAILED
  }

  public SyncOutcome {
    changes = List.copyOf(changes);
    lines = List.copyOf(lines);
  }
}
