package org.firebreak.rulebase;

/**
 * Something in a rule base that was not understood.
 *
 * @param place file and line or path within the file, for instance {@code rules.v4:17}
 * @param text the text itself, shortened to 200 characters
 * @param reason what was not understood, in a sentence
 * @param denies whether it is a denial, so that what it denies may be permitted by the rest
 */
public record Unread(String place, String text, String reason, boolean denies) {
  /** Something that is no denial, as far as can be told. */
  public Unread(String place, String text, String reason) {
    this(place, text, reason, false);
  }
}
