package org.firebreak.rulebase.nsx;

/** Something is not understood; the message says what. */
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableException(String message) {
    super(message);
  }
}
