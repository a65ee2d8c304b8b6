package org.firebreak.report.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.scene.Theme;
import org.firebreak.scene.Token;

/** Colours instead of custom properties, and no character that XML forbids. */
final class PaperText {
  private static final Pattern VARIABLE = Pattern.compile("var\\((--fb-[a-z-]+)\\)");
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private PaperText() {}

  static String of(String page) {
    Matcher matcher = VARIABLE.matcher(FORBIDDEN.matcher(page).replaceAll(""));
    return matcher.replaceAll(found -> color(found.group(1)));
  }

  private static String color(String variable) {
    for (Token token : Token.values()) {
      if (token.cssName().equals(variable)) {
        return token.hex(Theme.LIGHT);
      }
    }
    throw new IllegalStateException("no colour " + variable);
  }
}
