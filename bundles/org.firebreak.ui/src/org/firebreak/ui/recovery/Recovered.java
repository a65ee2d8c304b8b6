package org.firebreak.ui.recovery;

import org.eclipse.core.runtime.IProgressMonitor;
import org.firebreak.core.diff.DesignDifference;
import org.firebreak.diagram.FileStamp;
import org.firebreak.model.Design;
import org.firebreak.model.io.DesignFile;
import org.firebreak.model.io.DesignFileException;

/**
 * What a crash left of one design, compared with its file.
 *
 * @param entry the copy
 * @param design what the copy says; {@code null} if it cannot be read
 * @param difference what the copy has that the file has not; {@code null} if there is nothing to
 *     compare it with
 * @param remark what else the user should know, a sentence; empty if there is nothing
 */
record Recovered(RecoveryEntry entry, Design design, DesignDifference difference, String remark) {

  /** Reads a copy and its file, and compares them. Not for the UI thread. */
  static Recovered read(RecoveryEntry entry, RecoveryStore store, IProgressMonitor monitor) {
    monitor.subTask(entry.name());
    Design design;
    try {
      design = DesignFile.load(store.design(entry.key()));
    } catch (DesignFileException e) {
      return new Recovered(entry, null, null, "The copy is damaged: " + e.getMessage());
    }
    if (entry.file() == null) {
      return new Recovered(entry, design, null, "It was never saved.");
    }
    if (!FileStamp.of(entry.file()).exists()) {
      return new Recovered(
          entry, design, null, "Its file is gone; it will be opened as a new design.");
    }
    try {
      Design file = DesignFile.load(entry.file());
      return new Recovered(entry, design, DesignDifference.between(file, design), sinceThen(entry));
    } catch (DesignFileException e) {
      return new Recovered(
          entry, design, null, "Its file cannot be read; it will be opened as a new design.");
    }
  }

  private static String sinceThen(RecoveryEntry entry) {
    boolean same =
        FileStamp.of(entry.file()).equals(entry.stamp())
            || FileHash.now(entry.file()).equals(entry.hash());
    return same ? "" : "Its file was changed after this copy was made.";
  }

  /** Whether the copy has nothing that the file has not. */
  boolean isNeedless() {
    return difference != null && difference.isEmpty();
  }

  /** The differences in a few words. */
  String summary() {
    if (design == null) {
      return "cannot be read";
    }
    return difference == null ? "whole design" : difference.summary();
  }
}
