package org.firebreak.report.plan;

/** Text as a word of a command. */
final class ShellWord {
  private ShellWord() {}

  /** One word of a POSIX shell, whatever is in it. */
  static String quoted(String text) {
    return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "'\\''") + "'";
  }
}
