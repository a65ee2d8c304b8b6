package org.firebreak.rulebase;

import java.io.IOException;

/** A file is not a rule base of its format; the message names the file, the place and the mend. */
public final class RuleBaseException extends IOException {
  private static final long serialVersionUID = 1;

  public RuleBaseException(String message) {
    super(message);
  }

  public RuleBaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
