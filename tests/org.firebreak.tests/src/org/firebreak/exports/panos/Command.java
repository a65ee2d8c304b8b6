package org.firebreak.exports.panos;

import java.util.ArrayList;
import java.util.List;

/**
 * A command of the command line as the device splits it: words, quoted words, and lists in
 * brackets. Shares no code with the writer.
 *
 * @param words one list for each word; a list in brackets is one word
 */
record Command(List<List<String>> words) {
  static Command of(String line) {
    List<List<String>> words = new ArrayList<>();
    List<String> list = null;
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == ' ') {
        at++;
        continue;
      }
      if (c < ' ' || c > '~') {
        throw new IllegalArgumentException("not printable: " + (int) c);
      }
      int end;
      String word;
      if (c == '"') {
        end = line.indexOf('"', at + 1);
        if (end < 0) {
          throw new IllegalArgumentException("open quote: " + line);
        }
        word = line.substring(at + 1, end);
        end++;
        if (end < line.length() && line.charAt(end) != ' ') {
          throw new IllegalArgumentException("text after a quote: " + line);
        }
      } else {
        end = line.indexOf(' ', at);
        end = end < 0 ? line.length() : end;
        word = line.substring(at, end);
        if (word.matches(".*[\"'`$;|\\\\].*")) {
          throw new IllegalArgumentException("must be quoted: " + word);
        }
      }
      if (c != '"' && word.equals("[")) {
        list = new ArrayList<>();
      } else if (c != '"' && word.equals("]")) {
        words.add(list);
        list = null;
      } else if (list != null) {
        list.add(word);
      } else {
        words.add(List.of(word));
      }
      at = end;
    }
    if (list != null) {
      throw new IllegalArgumentException("open bracket: " + line);
    }
    return new Command(words);
  }

  int size() {
    return words.size();
  }

  /** A word that is no list. */
  String word(int at) {
    List<String> word = words.get(at);
    if (word.size() != 1) {
      throw new IllegalArgumentException("a list at " + at + " of " + words);
    }
    return word.get(0);
  }
}
