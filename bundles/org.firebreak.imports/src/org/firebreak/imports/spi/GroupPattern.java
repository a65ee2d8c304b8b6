package org.firebreak.imports.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.firebreak.imports.input.CleanText;

/**
 * A naming convention: the first capturing group of a regular expression, found in a server's name,
 * is the name of its group.
 *
 * <p>A backtracking expression may take exponential time; therefore names are short, and a search
 * that takes longer than {@value #MILLISECONDS} ms ends the import.
 */
public final class GroupPattern {
  static final long MILLISECONDS = 200;
  private static final int STEPS_BETWEEN_LOOKS = 4_096;

  private final Pattern pattern;

  private GroupPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Compiles an expression.
   *
   * @throws IllegalArgumentException if it is not valid or captures nothing; the message says what
   *     is wrong
   */
  public static GroupPattern of(String expression) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "the group pattern "
              + CleanText.quote(expression)
              + " is no regular expression: "
              + e.getDescription(),
          e);
    }
    if (pattern.matcher("").groupCount() == 0) {
      throw new IllegalArgumentException(
          "the group pattern "
              + CleanText.quote(expression)
              + " captures nothing; put the part that names the group in round brackets");
    }
    return new GroupPattern(pattern);
  }

  /**
   * The group of a server.
   *
   * @param name name of the server, at most {@link CleanText#NAME_CHARACTERS} characters
   * @return null if the convention does not fit the name
   * @throws IllegalStateException if the expression takes too long; the message names the server
   */
  public String groupOf(String name) {
    try {
      Matcher matcher = pattern.matcher(new Watched(name));
      String group = matcher.find() ? matcher.group(1) : null;
      return group == null || group.isBlank() ? null : CleanText.strip(group);
    } catch (StackOverflowError | TooSlow e) {
      throw new IllegalStateException(
          "the group pattern takes too long on the name " + CleanText.quote(name), e);
    }
  }

  private static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
      super("time is up");
    }
  }

  /** The name, which looks at the clock while the expression looks at it. */
  private static final class Watched implements CharSequence {
    private final CharSequence text;
    private final long deadline = System.nanoTime() + MILLISECONDS * 1_000_000;
    private int steps;

    Watched(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps % STEPS_BETWEEN_LOOKS == 0 && System.nanoTime() - deadline > 0) {
        throw new TooSlow();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
