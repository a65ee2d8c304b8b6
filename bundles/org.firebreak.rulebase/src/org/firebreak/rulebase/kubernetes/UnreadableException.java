package org.firebreak.rulebase.kubernetes;

/** Part of a policy that is not understood; the message says what, in a sentence. */
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableException(String reason) {
    super(reason);
  }
}
