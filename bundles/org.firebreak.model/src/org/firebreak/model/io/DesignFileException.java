package org.firebreak.model.io;

import java.io.IOException;

/**
 * A design file that cannot be read. The message names the file, the line where known, what is
 * wrong and how to mend it.
 */
public final class DesignFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;

  DesignFileException(String file, int line, String problem, Throwable cause) {
    super(file + (line > 0 ? ":" + line : "") + ": " + problem, cause);
    this.line = line;
  }

  DesignFileException(String file, int line, String problem) {
    this(file, line, problem, null);
  }

  /** Line of the file, from 1; 0 if the problem has no line. */
  public int line() {
    return line;
  }
}
