package org.firebreak.rulebase.kubernetes;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Parses selectors of Calico: comparisons of labels, {@code has()}, {@code all()}, {@code
 * global()}, and, or, not and brackets.
 */
final class CalicoSelector {
  private static final int MOST_NESTING = 50;

  private final String text;
  private int at;
  private int depth;

  private CalicoSelector(String text) {
    this.text = text;
  }

  /**
   * What a selector holds of labels.
   *
   * @param text a blank one selects everything
   */
  static Predicate<Map<String, String>> parse(String text) throws UnreadableException {
    if (text.isBlank()) {
      return labels -> true;
    }
    CalicoSelector parser = new CalicoSelector(text);
    Predicate<Map<String, String>> selector = parser.or();
    parser.skipBlanks();
    if (parser.at < text.length()) {
      throw parser.unreadable();
    }
    return selector;
  }

  private Predicate<Map<String, String>> or() throws UnreadableException {
    Predicate<Map<String, String>> left = and();
    while (accept("||")) {
      left = left.or(and());
    }
    return left;
  }

  private Predicate<Map<String, String>> and() throws UnreadableException {
    Predicate<Map<String, String>> left = not();
    while (accept("&&")) {
      left = left.and(not());
    }
    return left;
  }

  private Predicate<Map<String, String>> not() throws UnreadableException {
    if (++depth > MOST_NESTING) {
      throw unreadable();
    }
    Predicate<Map<String, String>> operand;
    if (accept("!")) {
      operand = not().negate();
    } else if (accept("(")) {
      operand = or();
      expect(")");
    } else {
      operand = term();
    }
    depth--;
    return operand;
  }

  private Predicate<Map<String, String>> term() throws UnreadableException {
    String name = name();
    if (name.equals("all") && accept("(")) {
      expect(")");
      return labels -> true;
    }
    if (name.equals("global") && accept("(")) {
      throw new UnreadableException("global() is only read as a whole selector of namespaces");
    }
    if (name.equals("has") && accept("(")) {
      String key = name();
      expect(")");
      return labels -> labels.containsKey(key);
    }
    if (accept("==")) {
      String value = value();
      return labels -> value.equals(labels.get(name));
    }
    if (accept("!=")) {
      String value = value();
      return labels -> !value.equals(labels.get(name));
    }
    return words(name);
  }

  private Predicate<Map<String, String>> words(String key) throws UnreadableException {
    String word = name();
    switch (word) {
      case "in" -> {
        Set<String> values = values();
        return labels -> labels.containsKey(key) && values.contains(labels.get(key));
      }
      case "not" -> {
        if (!name().equals("in")) {
          throw unreadable();
        }
        Set<String> values = values();
        return labels -> !labels.containsKey(key) || !values.contains(labels.get(key));
      }
      case "contains" -> {
        String part = value();
        return labels -> labels.containsKey(key) && labels.get(key).contains(part);
      }
      case "starts", "ends" -> {
        if (!name().equals("with")) {
          throw unreadable();
        }
        String part = value();
        return word.equals("starts")
            ? labels -> labels.containsKey(key) && labels.get(key).startsWith(part)
            : labels -> labels.containsKey(key) && labels.get(key).endsWith(part);
      }
      default -> throw unreadable();
    }
  }

  private Set<String> values() throws UnreadableException {
    expect("{");
    Set<String> values = new HashSet<>();
    while (!accept("}")) {
      values.add(value());
      accept(",");
    }
    return values;
  }

  private String value() throws UnreadableException {
    skipBlanks();
    char quote = at < text.length() ? text.charAt(at) : ' ';
    int end = text.indexOf(quote, at + 1);
    if (quote != '\'' && quote != '"' || end < 0) {
      throw unreadable();
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  private String name() throws UnreadableException {
    skipBlanks();
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_./-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (from == at) {
      throw unreadable();
    }
    return text.substring(from, at);
  }

  private boolean accept(String symbol) {
    skipBlanks();
    boolean found =
        text.startsWith(symbol, at) && !(symbol.equals("!") && text.startsWith("!=", at));
    if (found) {
      at += symbol.length();
    }
    return found;
  }

  private void expect(String symbol) throws UnreadableException {
    if (!accept(symbol)) {
      throw unreadable();
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private UnreadableException unreadable() {
    return new UnreadableException("the selector is not understood at position " + at);
  }
}
