package org.firebreak.rulebase.chains;

/**
 * Chains cannot be made flat: one is missing, they lead in a circle, or the list grows too long.
 */
public final class ChainException extends Exception {
  private static final long serialVersionUID = 1;

  ChainException(String message) {
    super(message);
  }
}
