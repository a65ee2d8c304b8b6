package org.firebreak.rulebase.iptables;

/** A piece of a ruleset whose meaning is not known; the message says which, in a sentence. */
final class NotUnderstood extends Exception {
  private static final long serialVersionUID = 1;

  NotUnderstood(String reason) {
    super(reason);
  }
}
