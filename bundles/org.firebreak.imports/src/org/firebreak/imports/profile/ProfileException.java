package org.firebreak.imports.profile;

import java.io.IOException;

/**
 * A profile cannot be used. The message names file, line, column, what is wrong and the mend:
 * {@code firebreak-profile.json:4:5: thresholds.max-ports: there is no threshold 'max-ports'; did
 * you mean max-port-range?}
 */
public final class ProfileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  ProfileException(String file, int line, int column, String message, Throwable cause) {
    super(file + (line > 0 ? ":" + line + ":" + column : "") + ": " + message, cause);
    this.line = line;
    this.column = column;
  }

  /** Line from 1; 0 for the whole file. */
  public int line() {
    return line;
  }

  /** Column from 1, in characters; 0 for the whole file. */
  public int column() {
    return column;
  }
}
