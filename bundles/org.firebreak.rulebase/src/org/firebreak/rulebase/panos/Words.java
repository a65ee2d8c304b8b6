package org.firebreak.rulebase.panos;

import java.util.ArrayList;
import java.util.List;

/** The words of a command: plain or quoted, or a list in brackets, which counts as one word. */
final class Words {
  private final List<List<String>> words = new ArrayList<>();
  private int next;

  /**
   * Splits a command.
   *
   * @throws IllegalArgumentException if quotes or brackets do not match
   */
  Words(String line) {
    List<String> list = null;
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      boolean quoted = c == '"';
      int end = quoted ? line.indexOf('"', at + 1) : endOfWord(line, at);
      if (end < 0) {
        throw new IllegalArgumentException("a quote is not closed");
      }
      String word = line.substring(quoted ? at + 1 : at, end);
      at = quoted ? end + 1 : end;
      if (!quoted && word.equals("[") && list == null) {
        list = new ArrayList<>();
      } else if (!quoted && word.equals("]") && list != null) {
        words.add(list);
        list = null;
      } else if (list != null) {
        list.add(word);
      } else {
        words.add(List.of(word));
      }
    }
    if (list != null) {
      throw new IllegalArgumentException("a bracket is not closed");
    }
  }

  private static int endOfWord(String line, int from) {
    int end = from;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }

  boolean isAtEnd() {
    return next == words.size();
  }

  /** The next word without taking it; empty at the end and where a list stands. */
  String peek() {
    return isAtEnd() || words.get(next).size() != 1 ? "" : words.get(next).get(0);
  }

  /**
   * The next word.
   *
   * @throws IllegalArgumentException if the command ends or a list stands there
   */
  String word() {
    List<String> values = values();
    if (values.size() != 1) {
      throw new IllegalArgumentException("a list stands where one word belongs");
    }
    return values.get(0);
  }

  /**
   * The next word or list.
   *
   * @throws IllegalArgumentException if the command ends
   */
  List<String> values() {
    if (isAtEnd()) {
      throw new IllegalArgumentException("the command ends too early");
    }
    return words.get(next++);
  }
}
