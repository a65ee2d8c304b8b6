package org.firebreak.rulebase.json;

/** A part of a rule base that cannot be understood; the message says what and why. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  public Unreadable(String reason) {
    super(reason);
  }
}
