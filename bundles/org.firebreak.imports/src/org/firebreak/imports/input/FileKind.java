package org.firebreak.imports.input;

/** What a file is, by its first bytes, whatever its name says. */
public enum FileKind {
  /** Separated values. */
  TEXT,
  /** Office Open XML workbook. */
  WORKBOOK,
  JSON
}
