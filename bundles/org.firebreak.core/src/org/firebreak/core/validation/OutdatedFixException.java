package org.firebreak.core.validation;

/** A fix no longer applies, because the design has changed since it was made. */
public final class OutdatedFixException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public OutdatedFixException(String message) {
    super(message);
  }
}
