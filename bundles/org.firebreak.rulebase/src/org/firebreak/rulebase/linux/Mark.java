package org.firebreak.rulebase.linux;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mark of ownership at the beginning of a file. */
public final class Mark {
  private static final Pattern RULE_SET = Pattern.compile("(?m)^# Rule set ([A-Za-z0-9-]+)[.]$");
  private static final int BEGINNING = 8192;

  private Mark() {}

  /** The id of the rule set of which a file says that it is it; {@code null} if it says nothing. */
  public static String ruleSet(String content) {
    Matcher matcher = RULE_SET.matcher(content.substring(0, Math.min(BEGINNING, content.length())));
    return matcher.find() ? matcher.group(1) : null;
  }
}
