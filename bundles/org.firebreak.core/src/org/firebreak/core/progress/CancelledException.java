package org.firebreak.core.progress;

/** The user cancelled the work; nothing was changed. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("cancelled");
  }
}
