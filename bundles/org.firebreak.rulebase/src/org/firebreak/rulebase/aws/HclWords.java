package org.firebreak.rulebase.aws;

import java.util.ArrayList;
import java.util.List;

/** The words of a file in Terraform's own syntax, with their lines; comments are left out. */
final class HclWords {
  /**
   * A word: a name or number, a text, a sign, or the end of a line.
   *
   * @param text the text without its quotes, else the word itself
   * @param quoted whether it is a text
   */
  record Word(String text, boolean quoted, int line) {
    boolean is(String sign) {
      return !quoted && text.equals(sign);
    }
  }

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int at;
  private int line = 1;

  private HclWords(String text) {
    this.text = text;
  }

  static List<Word> of(String text) {
    HclWords reader = new HclWords(text);
    while (reader.at < text.length()) {
      reader.read();
    }
    return reader.words;
  }

  private void read() {
    char c = text.charAt(at);
    if (c == '\n') {
      words.add(new Word("\n", false, line++));
      at++;
    } else if (Character.isWhitespace(c) || c == '\uFEFF') {
      at++;
    } else if (c == '#' || text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at);
      int to = end < 0 ? text.length() : end + 2;
      line += (int) text.substring(at, to).chars().filter(each -> each == '\n').count();
      at = to;
    } else if (c == '"') {
      quoted();
    } else if (text.startsWith("<<", at)) {
      heredoc();
    } else if (isName(c)) {
      int from = at;
      while (at < text.length() && isName(text.charAt(at))) {
        at++;
      }
      words.add(new Word(text.substring(from, at), false, line));
    } else {
      words.add(new Word(String.valueOf(c), false, line));
      at++;
    }
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '*';
  }

  /** A text; what it interpolates may hold texts of its own. */
  private void quoted() {
    StringBuilder value = new StringBuilder();
    int begin = line;
    int depth = 0;
    boolean inner = false;
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        value.append(c).append(text.charAt(++at));
        continue;
      }
      if (depth == 0 && c == '"') {
        break;
      }
      if (c == '\n') {
        line++;
      }
      if (text.startsWith("${", at)) {
        depth++;
      } else if (depth > 0 && c == '"') {
        inner = !inner;
      } else if (depth > 0 && c == '}' && !inner) {
        depth--;
      }
      value.append(c);
    }
    at++;
    words.add(new Word(value.toString(), true, begin));
  }

  private void heredoc() {
    int end = text.indexOf('\n', at);
    String mark = text.substring(at, end < 0 ? text.length() : end).replaceFirst("^<<-?", "");
    int begin = line;
    StringBuilder value = new StringBuilder();
    at = end < 0 ? text.length() : end + 1;
    line++;
    while (at < text.length()) {
      int stop = text.indexOf('\n', at);
      String next = text.substring(at, stop < 0 ? text.length() : stop);
      at = stop < 0 ? text.length() : stop;
      if (next.strip().equals(mark.strip())) {
        break;
      }
      value.append(next).append('\n');
      at = Math.min(text.length(), at + 1);
      line++;
    }
    words.add(new Word(value.toString(), true, begin));
  }
}
