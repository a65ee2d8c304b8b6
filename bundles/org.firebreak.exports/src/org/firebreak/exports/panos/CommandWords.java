package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.List;

/** The words of one command: plain, quoted, or a list in brackets, which counts as one word. */
final class CommandWords {
  private final List<List<String>> words = new ArrayList<>();
  private int next;

  /**
   * Splits a command.
   *
   * @throws IllegalArgumentException if quotes or brackets do not match, or a character is not
   *     printable ASCII
   */
  CommandWords(String line) {
    if (!line.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException("character that is not printable ASCII");
    }
    List<String> list = null;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == ' ') {
        i++;
        continue;
      }
      int end = c == '"' ? line.indexOf('"', i + 1) + 1 : endOfWord(line, i);
      if (end <= i) {
        throw new IllegalArgumentException("quote that is not closed");
      }
      String word = c == '"' ? line.substring(i + 1, end - 1) : line.substring(i, end);
      if (c != '"' && word.equals("[")) {
        list = begin(list);
      } else if (c != '"' && word.equals("]")) {
        list = end(list);
      } else if (list != null) {
        list.add(word);
      } else {
        words.add(List.of(word));
      }
      i = end;
    }
    if (list != null) {
      throw new IllegalArgumentException("bracket that is not closed");
    }
  }

  private static int endOfWord(String line, int from) {
    int end = line.indexOf(' ', from);
    return end < 0 ? line.length() : end;
  }

  private static List<String> begin(List<String> open) {
    if (open != null) {
      throw new IllegalArgumentException("bracket within brackets");
    }
    return new ArrayList<>();
  }

  private List<String> end(List<String> open) {
    if (open == null || open.isEmpty()) {
      throw new IllegalArgumentException("empty list or bracket that was not opened");
    }
    words.add(open);
    return null;
  }

  boolean isAtEnd() {
    return next == words.size();
  }

  /** The next word; a list is refused. */
  String word() {
    List<String> members = members();
    if (members.size() != 1) {
      throw new IllegalArgumentException("list where one value belongs");
    }
    return members.get(0);
  }

  /** The next word or list. */
  List<String> members() {
    if (isAtEnd()) {
      throw new IllegalArgumentException("command ends too early");
    }
    return words.get(next++);
  }

  /** Skips a word that must be there. */
  CommandWords expect(String expected) {
    String word = word();
    if (!word.equals(expected)) {
      throw new IllegalArgumentException("'" + word + "' where '" + expected + "' belongs");
    }
    return this;
  }
}
