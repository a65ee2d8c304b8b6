package org.firebreak.ui.preview;

import java.util.Locale;

/** Sizes of files in words. */
final class Sizes {
  private static final long KILO = 1000;

  private Sizes() {}

  /** For instance {@code 12.3 kB}. */
  static String text(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    boolean small = bytes < KILO * KILO;
    double value = (double) bytes / (small ? KILO : KILO * KILO);
    return String.format(Locale.ROOT, value < 100 ? "%.1f " : "%.0f ", value)
        + (small ? "kB" : "MB");
  }
}
