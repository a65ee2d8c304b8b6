package org.firebreak.rulebase.iptables;

import java.util.ArrayList;
import java.util.List;

/** The words of a line; quotes hold blanks together, and a backslash takes the next character. */
final class Words {
  private final List<String> words;
  private int at;

  Words(String line) {
    words = split(line);
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        word = (word == null ? new StringBuilder() : word).append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
        word = word == null ? new StringBuilder() : word;
      } else if (Character.isWhitespace(c) && !quoted) {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
      } else {
        word = (word == null ? new StringBuilder() : word).append(c);
      }
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }

  boolean hasNext() {
    return at < words.size();
  }

  String next() throws NotUnderstood {
    if (!hasNext()) {
      throw new NotUnderstood("the rule ends too early");
    }
    return words.get(at++);
  }

  /** The next word, empty at the end. */
  String peek() {
    return hasNext() ? words.get(at) : "";
  }
}
