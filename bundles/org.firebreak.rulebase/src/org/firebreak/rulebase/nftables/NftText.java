package org.firebreak.rulebase.nftables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A ruleset as text, read word by word. Comments are left out, ends of statements kept. */
final class NftText {
  /** What ends a statement: a line break or a semicolon. */
  static final String END = ";";

  private final String text;
  private final Map<String, List<String>> definitions = new HashMap<>();
  private final List<String> pending = new ArrayList<>();
  private int at;
  private int line = 1;
  private boolean cutOff;

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

  /** Whether the text ended before a brace was closed. */
  boolean isCutOff() {
    return cutOff;
  }

  /** Notes that the text ends where more is to come. */
  void cutOff() {
    cutOff = true;
  }

  /**
   * The text up to the brace that closes the one just read, which is read too; with what names
   * stand for in their place.
   */
  String block() {
    if (!pending.isEmpty()) {
      return pendingBlock();
    }
    StringBuilder block = new StringBuilder();
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
      } else if (!quoted && c == '#') {
        block.append(text.substring(from, at));
        at = endOfLine() - 1;
        from = at + 1;
      } else if (!quoted && c == '$') {
        block.append(text.substring(from, at++));
        from = at;
        while (at < text.length() && isName(text.charAt(at))) {
          at++;
        }
        block.append(defined(text.substring(from, at)));
        from = at--;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}' && --depth == 0) {
        String rest = text.substring(from, at++);
        return block.isEmpty() ? rest : block.append(rest).toString();
      }
    }
    cutOff = true;
    return block.append(text, from, text.length()).toString();
  }

  /** The rest of a list for which a name stands. */
  private String pendingBlock() {
    StringBuilder block = new StringBuilder();
    int depth = 1;
    while (!pending.isEmpty()) {
      String word = next();
      depth += word.equals("{") ? 1 : word.equals("}") ? -1 : 0;
      if (depth == 0) {
        break;
      }
      if (!word.equals("{") && !word.equals("}")) {
        block.append(word).append(' ');
      }
    }
    return block.toString();
  }

  /** What a name stands for within a list: its values without the braces around them. */
  private String defined(String name) {
    List<String> words = definitions.get(name);
    if (words == null) {
      return "$" + name;
    }
    return words.stream()
        .filter(word -> !word.equals("{") && !word.equals("}"))
        .collect(Collectors.joining(" "));
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || "_-./".indexOf(c) >= 0;
  }

  private int endOfLine() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
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
        at = endOfLine();
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
    boolean equals = at < text.length() && text.charAt(at) == '=';
    if (equals && (first == '!' || first == '=')) {
      at++;
      return first + "=";
    }
    if (";{},=".indexOf(first) >= 0) {
      return String.valueOf(first);
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
