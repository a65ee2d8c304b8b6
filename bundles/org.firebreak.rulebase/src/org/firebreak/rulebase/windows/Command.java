package org.firebreak.rulebase.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.rulebase.json.Unreadable;

/** Parses the arguments of a command that are literals. */
final class Command {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<comma>,)|'(?<single>(?:[^'\u2018\u2019\u201A\u201B]|'')*)'"
              + "|\"(?<double>[^\"$`\u201C\u201D\u201E]*)\"|-(?<name>[A-Za-z]+)(?=\\s|$)"
              + "|(?<bare>[A-Za-z0-9:./*_-]+))");

  private Command() {}

  /** Values by name of the parameter in lower case. */
  static Map<String, List<String>> arguments(String text) throws Unreadable {
    Map<String, List<String>> arguments = new LinkedHashMap<>();
    Matcher token = TOKEN.matcher(text);
    List<String> values = null;
    int at = 0;
    while (at < text.length() && !text.substring(at).isBlank()) {
      if (!token.find(at) || token.start() != at) {
        throw new Unreadable("has an argument that is not a literal");
      }
      at = token.end();
      if (token.group("name") != null) {
        values = new ArrayList<>();
        if (arguments.put(token.group("name").toLowerCase(Locale.ROOT), values) != null) {
          throw new Unreadable("sets " + token.group("name") + " twice");
        }
      } else if (token.group("comma") == null) {
        if (values == null) {
          throw new Unreadable("has an argument without a name");
        }
        values.add(value(token));
      }
    }
    return arguments;
  }

  private static String value(Matcher token) {
    if (token.group("single") != null) {
      return token.group("single").replace("''", "'");
    }
    return token.group("double") != null ? token.group("double") : token.group("bare");
  }
}
