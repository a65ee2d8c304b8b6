package org.firebreak.core.simulate;

/** A query that has no definite answer; the message says why, and how to ask instead. */
public final class QueryException extends Exception {
  private static final long serialVersionUID = 1L;

  public QueryException(String message) {
    super(message);
  }
}
