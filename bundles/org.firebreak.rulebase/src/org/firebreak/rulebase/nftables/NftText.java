package org.firebreak.rulebase.nftables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ruleset as text, read word by word. Comments are left out, ends of statements kept. */
final class NftText {
  /** What ends a statement: a line break or a semicolon. */
  static final String END = ";";

  private final String text;
  private final Map<String, List<String>> definitions = new HashMap<>();
  private final List<String> pending = new ArrayList<>();
  private int at;
  private int line = 1;

  NftText(String text) {
    this.text = text;
  }

  /** The line of the word that {@link #peek} gives. */
  int line() {
    peek();
    return line;
  }

  /** The next word; {@link #END} between statements, {@code null} at the end of the text. */
  String next() {
    String word = peek();
    if (word != null) {
      pending.remove(pending.size() - 1);
    }
    return word;
  }

  String peek() {
    if (pending.isEmpty()) {
      String word = read();
      if (word == null) {
        return null;
      }
      List<String> defined = word.startsWith("$") ? definitions.get(word.substring(1)) : null;
      if (defined == null) {
        pending.add(word);
      } else {
        pending.addAll(defined.reversed());
      }
      return peek();
    }
    return pending.get(pending.size() - 1);
  }

  /** Gives a name a meaning for the words after it. */
  void define(String name, List<String> words) {
    definitions.put(name, List.copyOf(words));
  }

  /** The text up to the brace that closes the one just read, which is read too. */
  String block() {
    int from = at;
    int depth = 1;
    boolean quoted = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
      }
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}' && --depth == 0) {
        return text.substring(from, at++);
      }
    }
    return text.substring(from);
  }

  private String read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        at++;
        return END;
      } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
        line++;
        at += 2;
      } else if (c == '#') {
        while (at < text.length() && text.charAt(at) != '\n') {
          at++;
        }
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        return word(c);
      }
    }
    return null;
  }

  private String word(char first) {
    int from = at++;
    if (first == '"') {
      int end = text.indexOf('"', at);
      at = end < 0 ? text.length() : end + 1;
      return text.substring(from, at);
    }
    if (";{},=".indexOf(first) >= 0) {
      return String.valueOf(first);
    }
    if (first == '!' && at < text.length() && text.charAt(at) == '=') {
      at++;
      return "!=";
    }
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean isWord(char c) {
    return !Character.isWhitespace(c) && ";{},=\"#!".indexOf(c) < 0;
  }
}
