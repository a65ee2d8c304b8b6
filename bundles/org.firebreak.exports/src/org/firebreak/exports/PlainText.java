package org.firebreak.exports;

import java.nio.charset.StandardCharsets;

/** Names as they may stand in comments and descriptions of any format. */
public final class PlainText {
  private PlainText() {}

  /**
   * The text on one line, without control characters, invisible formatting (right-to-left marks
   * among them), unpaired surrogates, double quotes and backslashes, so that it can break out of no
   * comment and no quoted string.
   */
  public static String oneLine(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder line = new StringBuilder(Math.min(text.length(), 256));
    text.codePoints().forEach(c -> append(line, c));
    return line.toString().strip();
  }

  /** Whether nothing needs to be changed, as in nearly all texts. */
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  private static void append(StringBuilder line, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR -> {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      }
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
      default -> {
        if (c == '"') {
          line.append('\'');
        } else if (c == '\\') {
          line.append('/');
        } else {
          line.appendCodePoint(c);
        }
      }
    }
  }

  /** {@link #oneLine}, cut between characters to a number of bytes in UTF-8, with an ellipsis. */
  public static String oneLine(String text, int maxBytes) {
    String line = oneLine(text);
    if (line.length() * 3L <= maxBytes
        || line.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
      return line;
    }
    int bytes = 3;
    int end = 0;
    while (end < line.length()) {
      int c = line.codePointAt(end);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > maxBytes) {
        break;
      }
      end += Character.charCount(c);
    }
    return line.substring(0, end).stripTrailing() + "…";
  }
}
