package org.firebreak.rulebase;

import java.io.IOException;

/** A file is not a rule base of its format; the message names the file, the place and the mend. */
public final class RuleBaseException extends IOException {
  private static final long serialVersionUID = 1;

  /** The one that caused another exception; {@code null} if none did. */
  public static RuleBaseException behind(Throwable exception) {
    for (Throwable each = exception; each != null; each = each.getCause()) {
      if (each instanceof RuleBaseException found) {
        return found;
      }
    }
    return null;
  }

  public RuleBaseException(String message) {
    super(message);
  }

  public RuleBaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
