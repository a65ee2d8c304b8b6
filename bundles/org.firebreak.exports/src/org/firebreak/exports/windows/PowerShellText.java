package org.firebreak.exports.windows;

import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.exports.PlainText;

/**
 * Literals of PowerShell. Scripts are ASCII alone, because Windows PowerShell 5.1 reads a script
 * without byte order mark in the code page of the machine, in which bytes of a letter may be a
 * quotation mark.
 */
final class PowerShellText {
  private static final int TEXT = 400;

  private PowerShellText() {}

  /**
   * A single-quoted string of a text for people: on one line, other letters as {@code \\u00f6},
   * which the script decodes.
   */
  static String text(String text) {
    StringBuilder ascii = new StringBuilder();
    String plain = PlainText.oneLine(text, TEXT).replace('|', '/');
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c < 0x7f) {
        ascii.append(c);
      } else {
        ascii.append("\\u%04x".formatted((int) c));
      }
    }
    return quoted(ascii.toString());
  }

  /** A single-quoted string of ASCII. */
  static String quoted(String ascii) {
    return "'" + ascii.replace("'", "''") + "'";
  }

  /** {@code @('a', 'b')}. */
  static String array(List<String> values) {
    return values.stream().map(PowerShellText::quoted).collect(Collectors.joining(", ", "@(", ")"));
  }
}
