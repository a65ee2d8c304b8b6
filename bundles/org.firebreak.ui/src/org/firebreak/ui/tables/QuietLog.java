package org.firebreak.ui.tables;

/** NatTable logs through SLF4J, which has nobody to log to, and need not say so on the console. */
public final class QuietLog {
  private static final String VERBOSITY = "slf4j.internal.verbosity";

  private QuietLog() {}

  /** Call it before the first class of NatTable is used. */
  public static void prepare() {
    if (System.getProperty(VERBOSITY) == null) {
      System.setProperty(VERBOSITY, "ERROR");
    }
  }
}
