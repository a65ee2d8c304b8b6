package org.firebreak.report.table;

import java.util.Locale;

/** How a cell is meant, shown by colour besides its words. */
public enum Tone {
  PLAIN,
  MUTED,
  GOOD,
  WARNING,
  BAD,
  /** A command or another text that is typed as it stands. */
  CODE;

  /** Name in class attributes. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
