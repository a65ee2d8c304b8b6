package org.firebreak.exports;

import java.io.IOException;

/** An export that cannot be done; the message says why and what to do about it. */
public final class ExportException extends IOException {
  private static final long serialVersionUID = 1L;

  public ExportException(String message) {
    super(message);
  }

  public ExportException(String message, Throwable cause) {
    super(message, cause);
  }
}
