package org.firebreak.core.validation.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of naming conventions. They come from files of others, and some regular expressions take
 * longer than anybody waits; so every match may look at a bounded number of characters.
 *
 * @see <a
 *     href="https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS">
 *     Regular expression denial of service</a>
 */
public final class NamePattern {
  private static final int MOST_CHARACTERS = 500;
  private static final int NAME_CHARACTERS = 255;
  private static final int BUDGET = 20_000;

  /** Thrown by the text under the matcher when it was read too often. */
  private static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("budget exhausted", null, false, false);
    }
  }

  /** A text that may be read so often. */
  private static final class Metered implements CharSequence {
    private final CharSequence text;
    private final int[] left;

    Metered(CharSequence text, int[] left) {
      this.text = text;
      this.left = left;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new Exhausted();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Metered(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private NamePattern() {}

  /**
   * Compiles a pattern for whole names.
   *
   * @throws IllegalArgumentException if it is no regular expression, too long, or takes too long on
   *     some name; the message says which
   */
  public static Pattern compile(String expression) {
    if (expression.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "the pattern is longer than " + MOST_CHARACTERS + " characters; simplify it");
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      String where = e.getIndex() < 0 ? "" : " at its character " + (e.getIndex() + 1);
      throw new IllegalArgumentException(
          "not a regular expression: " + e.getDescription() + where + "; correct it", e);
    }
    for (String name : hardNames(expression)) {
      if (outcome(pattern, name) == null) {
        throw new IllegalArgumentException(
            "the pattern takes too long on names such as '"
                + name.substring(0, 8)
                + "…'; remove repetition inside repetition");
      }
    }
    return pattern;
  }

  /**
   * Whether a whole name matches. A name on which the pattern takes too long counts as one that
   * matches, so that nobody is blamed for the pattern.
   */
  public static boolean matches(Pattern pattern, String name) {
    return !Boolean.FALSE.equals(outcome(pattern, name));
  }

  private static Boolean outcome(Pattern pattern, String name) {
    Matcher matcher = pattern.matcher(new Metered(name, new int[] {BUDGET}));
    try {
      return matcher.matches();
    } catch (Exhausted | StackOverflowError e) {
      return null;
    }
  }

  /** Long names of one character each that the expression mentions, which all but match. */
  private static List<String> hardNames(String expression) {
    List<String> names = new ArrayList<>();
    (expression + "aA0-_. ")
        .codePoints()
        .filter(Character::isBmpCodePoint)
        .filter(each -> !Character.isISOControl(each))
        .distinct()
        .forEach(
            each -> names.add(Character.toString(each).repeat(NAME_CHARACTERS - 1) + "\u0001"));
    return names;
  }
}
