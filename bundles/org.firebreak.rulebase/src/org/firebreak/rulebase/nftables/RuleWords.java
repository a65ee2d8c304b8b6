package org.firebreak.rulebase.nftables;

import java.util.List;

/** The words of a rule, one after the other. */
final class RuleWords {
  private final List<String> words;
  private int at;

  RuleWords(List<String> words) {
    this.words = words;
  }

  boolean hasNext() {
    return at < words.size();
  }

  /** The next word, empty at the end. */
  String peek() {
    return hasNext() ? words.get(at) : "";
  }

  /** A word further on, empty after the end. */
  String peek(int ahead) {
    return at + ahead < words.size() ? words.get(at + ahead) : "";
  }

  String next() throws NotUnderstood {
    if (!hasNext()) {
      throw new NotUnderstood("the rule ends too early");
    }
    return words.get(at++);
  }

  /** Reads a word if it is the next one. */
  boolean accept(String word) {
    if (peek().equals(word)) {
      at++;
      return true;
    }
    return false;
  }

  /** A text in quotes, or a word. */
  String text() throws NotUnderstood {
    return unquoted(next());
  }

  static String unquoted(String word) {
    return word.length() > 1 && word.startsWith("\"") && word.endsWith("\"")
        ? word.substring(1, word.length() - 1)
        : word;
  }
}
