package org.firebreak.rulebase;

/**
 * Something in a rule base that was not understood.
 *
 * @param place file and line or path within the file, for instance {@code rules.v4:17}
 * @param text the text itself, shortened to 200 characters
 * @param reason what was not understood, in a sentence
 */
public record Unread(String place, String text, String reason) {}
