package org.firebreak.cli.io;

import java.util.ArrayList;
import java.util.List;

/** Names of foreign origin made fit for a terminal. */
public final class Texts {
  private static final char[] LINE_ENDS = {'\n', '\u2028', '\u2029'};

  private Texts() {}

  /**
   * The text with a question mark for every character that would steer a terminal or reorder what
   * it shows; line breaks and tabs stay.
   */
  public static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (steers(text.charAt(i))) {
        StringBuilder clean = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          if (steers(text.charAt(j))) {
            clean.setCharAt(j, '?');
          }
        }
        return clean.toString();
      }
    }
    return text;
  }

  /** The same on one line, so that a name cannot pass for a message of its own. */
  static String line(String text) {
    String clean = printable(text);
    for (char end : LINE_ENDS) {
      clean = clean.replace(end, '?');
    }
    return clean;
  }

  private static boolean steers(char c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t'
        || c >= '\u202A' && c <= '\u202E'
        || c >= '\u2066' && c <= '\u2069';
  }

  /** The text in lines of at most so many characters, broken between words; none if it is empty. */
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** {@code 1 server}, {@code 5 servers}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
