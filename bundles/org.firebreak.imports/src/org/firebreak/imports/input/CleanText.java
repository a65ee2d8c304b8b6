package org.firebreak.imports.input;

/**
 * Texts of foreign files made fit for the model. A name is one line of at most {@value
 * #NAME_CHARACTERS} characters; a text may have several lines. Control characters, characters that
 * XML cannot hold and characters that reorder what is displayed are refused, as they serve only
 * disguise.
 */
public final class CleanText {
  /** Characters that a name may have. */
  public static final int NAME_CHARACTERS = 255;

  private static final char NO_BREAK_SPACE = '\u00A0';

  private CleanText() {}

  /** Without white space (also no-break spaces and byte order marks) at both ends. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == text.length() ? text : text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == NO_BREAK_SPACE || c == '\uFEFF' || Character.isWhitespace(c);
  }

  /**
   * What keeps a text from being a name.
   *
   * @return what is wrong with it, or null if nothing is
   */
  public static String nameProblem(String name) {
    if (name.length() > NAME_CHARACTERS) {
      return "is longer than " + NAME_CHARACTERS + " characters";
    }
    return characterProblem(name, false);
  }

  /**
   * What keeps a text from being a description.
   *
   * @return what is wrong with it, or null if nothing is
   */
  public static String textProblem(String text) {
    return characterProblem(text, true);
  }

  private static String characterProblem(String text, boolean lines) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (!(lines && (c == '\n' || c == '\t')) && isRefused(c)) {
        return String.format("holds the control character U+%04X", (int) c);
      }
    }
    return null;
  }

  private static boolean isRefused(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || c >= '\u202A' && c <= '\u202E'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\uFEFF'
        || c >= '\uFFFE'
        || Character.isSurrogate(c);
  }

  /** Line ends as one line feed each. */
  public static String unixLines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** With a question mark for every character that may not stand in a name. */
  public static String printable(String text) {
    if (characterProblem(text, false) == null) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              boolean bad = Character.isBmpCodePoint(point) && isRefused((char) point);
              clean.appendCodePoint(bad ? '?' : point);
            });
    return clean.toString();
  }

  /**
   * Whether a spreadsheet program would take the text for a formula. It is kept as it is; whoever
   * writes it to a CSV file must neutralise it.
   *
   * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
   */
  public static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && text.length() > 1;
  }

  /** The text in quotes for a message, cut if it is long. */
  public static String quote(String text) {
    String shown = text.length() <= 60 ? text : text.substring(0, 57) + "…";
    return "'" + printable(shown) + "'";
  }
}
